package dev.parley.compiler.diagram;

import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the sequence diagram of a protocol. It follows the text of the protocol, whose blocks are the frames that its
 * author has in mind: a choice is an {@code alt} with a part for each alternative, a parallel block a {@code par} with one
 * for each branch, and a block that is gone back to is a {@code loop}. It is left by every path that does not say that it goes back.
 */
final class SequenceDiagram {

    private static final String INDENT = "    ";

    private final ProtocolDeclaration protocol;
    private final SequenceNotation notation;
    private final List<RoleName> roles;
    private final Set<String> running = new HashSet<>();
    private final Set<String> goneBackTo = new HashSet<>();

    private SequenceDiagram(ProtocolDeclaration protocol, SequenceNotation notation) {
        this.protocol = protocol;
        this.notation = notation;
        this.roles = protocol.roles().stream().map(RoleDeclaration::name).toList();
    }

    static String write(ProtocolDeclaration protocol, SequenceNotation notation) {
        return new SequenceDiagram(protocol, notation).write();
    }

    private String write() {
        List<String> lines = new ArrayList<>(notation.header());
        for (RoleName role : roles) {
            lines.add(INDENT + notation.participant(roles.indexOf(role), role.value()));
        }
        lines.addAll(indented(block(protocol.main())));
        lines.addAll(notation.footer());
        return String.join("\n", lines) + "\n";
    }

    private List<String> block(BlockDeclaration block) {
        running.add(block.name());
        List<String> lines = content(block);
        running.remove(block.name());
        return goneBackTo.remove(block.name())
                ? framed(notation.frame("loop", IncludedNames.simple(block.name())), lines)
                : lines;
    }

    private List<String> content(BlockDeclaration block) {
        if (block.form() instanceof BlockForm.Parallel) {
            return parts(block, "par", "and");
        }
        List<String> lines = block.choiceAt().isPresent() ? parts(block, "alt", "else") : sequence(block);
        return block.form() instanceof BlockForm.ForEach forEach
                ? framed(notation.frame("par", "each " + forEach.family().name()), lines)
                : lines;
    }

    private List<String> sequence(BlockDeclaration block) {
        List<String> lines = new ArrayList<>();
        block.steps().forEach(step -> lines.addAll(step(step)));
        return lines;
    }

    private List<String> parts(BlockDeclaration block, String first, String next) {
        List<String> lines = new ArrayList<>();
        for (Step step : block.steps()) {
            lines.add(notation.frame(lines.isEmpty() ? first : next, step.method()));
            lines.addAll(indented(step(step)));
        }
        lines.add("end");
        return lines;
    }

    private List<String> step(Step step) {
        List<String> lines = new ArrayList<>();
        if (step instanceof MessageStep message) {
            for (Reference receiver : message.to()) {
                lines.add(notation.message(
                        roles.indexOf(message.from().role()),
                        roles.indexOf(receiver.role()),
                        message.message().toString()));
            }
        }
        step.blocks().forEach(block -> lines.addAll(next(block.name())));
        if (step.next() instanceof Continuation.End) {
            lines.add(note("the session ends"));
        }
        return lines;
    }

    private List<String> next(String block) {
        if (running.contains(block)) {
            goneBackTo.add(block);
            return List.of(note("back to " + IncludedNames.simple(block)));
        }
        return block(protocol.block(block).orElseThrow());
    }

    private String note(String text) {
        return notation.note(roles.size() - 1, text);
    }

    private static List<String> framed(String opening, List<String> content) {
        List<String> lines = new ArrayList<>(List.of(opening));
        lines.addAll(indented(content));
        lines.add("end");
        return lines;
    }

    private static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> INDENT + line).toList();
    }
}
