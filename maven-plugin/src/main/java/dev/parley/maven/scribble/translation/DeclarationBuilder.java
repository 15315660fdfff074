package dev.parley.maven.scribble.translation;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CallStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.TypeRef;
import dev.parley.maven.scribble.syntax.GlobalProtocol;
import dev.parley.maven.scribble.syntax.Name;
import dev.parley.maven.scribble.syntax.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives everything its Java name, and makes the declaration. */
final class DeclarationBuilder {

    /** Methods that every object has, with other results. */
    private static final Set<String> OBJECT =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final GlobalProtocol protocol;
    private final String packageName;
    private final String name;
    private final Map<String, String> roles = new HashMap<>();
    private final IdentityHashMap<Draft, String> blocks = new IdentityHashMap<>();
    private final LabelNames labels;
    private final Draft main;

    DeclarationBuilder(GlobalProtocol protocol, Draft main, String packageName, List<Problem> problems) {
        this.protocol = protocol;
        this.main = main;
        this.packageName = packageName;
        this.name = JavaNames.type(protocol.name());
        Set<Draft> reachable = reachable(main);
        nameRolesAndBlocks(reachable);
        this.labels = new LabelNames(reachable, problems);
    }

    private void nameRolesAndBlocks(Set<Draft> reachable) {
        List<String> taken = new ArrayList<>(List.of(name));
        List<String> generated = new ArrayList<>(List.of("Session")); // the generated types beside those of the roles
        for (Name role : protocol.roles()) {
            List<String> both = new ArrayList<>(taken);
            both.addAll(generated);
            String free = JavaNames.distinct(JavaNames.type(role.text()), both);
            roles.put(role.text(), free);
            taken.add(free);
        }
        for (Draft block : reachable) {
            String free = block == main ? name : JavaNames.distinct(JavaNames.type(block.wish), taken);
            blocks.put(block, free);
            taken.add(free);
        }
    }

    private static Set<Draft> reachable(Draft main) {
        Set<Draft> found = new LinkedHashSet<>(List.of(main));
        List<Draft> open = new ArrayList<>(found);
        for (int i = 0; i < open.size(); i++) {
            for (Draft.Step step : open.get(i).steps) {
                if (step.next != null && found.add(step.next)) {
                    open.add(step.next);
                }
            }
        }
        return found;
    }

    ProtocolDeclaration build() {
        return new ProtocolDeclaration(
                packageName,
                List.of(name),
                protocol.roles().stream()
                        .map(role -> new RoleDeclaration(new RoleName(role(role.text())), role.place()))
                        .sorted(Comparator.comparing(RoleDeclaration::name))
                        .toList(),
                block(main),
                blocks.keySet().stream()
                        .filter(block -> block != main)
                        .map(this::block)
                        .sorted(Comparator.comparing(BlockDeclaration::name))
                        .toList(),
                List.of(),
                main.place.withComments(main.comments));
    }

    private BlockDeclaration block(Draft draft) {
        Origin origin = draft.place.withComments(draft.comments);
        List<Step> steps = new ArrayList<>();
        for (Draft.Step step : draft.steps) {
            steps.add(step(step, steps));
        }
        return new BlockDeclaration(
                blockName(draft),
                Optional.ofNullable(draft.choiceAt).map(role -> new Reference(role(role), origin)),
                steps,
                origin);
    }

    private Step step(Draft.Step draft, List<Step> before) {
        Origin origin = draft.place.withComments(draft.comments);
        Continuation next = draft.next == null
                ? new Continuation.Next()
                : new Continuation.Block(new Reference(blockName(draft.next), origin));
        if (draft.message == null) {
            Continuation.Block block = (Continuation.Block) next;
            String wish = JavaNames.call(block.block().name());
            return new CallStep(method(wish, List.of(), before), block, origin);
        }
        Draft.Sent message = draft.message;
        List<TypeRef> types =
                message.signature().payload().stream().map(Draft.Value::type).toList();
        String label = labels.of(message);
        return new MessageStep(
                method(label, types, before),
                new Label(label),
                new Reference(role(message.from()), origin),
                message.to().stream()
                        .map(role -> new Reference(role(role), origin))
                        .toList(),
                message.signature().payload().stream()
                        .map(value -> new Parameter(value.name(), value.type(), origin))
                        .toList(),
                false,
                next,
                origin,
                origin);
    }

    /** Returns a name that no method with the same parameters has in this block. */
    private static String method(String wish, List<TypeRef> types, List<Step> before) {
        List<String> taken = before.stream()
                .filter(step -> types.equals(
                        step instanceof MessageStep message ? message.message().payload() : List.of()))
                .map(Step::method)
                .toList();
        String name = OBJECT.contains(wish) ? wish + "_" : wish;
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + number;
        }
        return free;
    }

    private String role(String name) {
        return roles.getOrDefault(name, name);
    }

    private String blockName(Draft draft) {
        String found = blocks.get(draft);
        if (found == null) {
            throw new IllegalStateException("the block belongs to another protocol");
        }
        return found;
    }
}
