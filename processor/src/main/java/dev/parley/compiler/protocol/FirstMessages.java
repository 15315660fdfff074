package dev.parley.compiler.protocol;

import dev.parley.compiler.protocol.Step.CallStep;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.IncludeStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the messages and crashes with which a step may start, through the blocks that it goes on with. */
public final class FirstMessages {

    private final ProtocolDeclaration declaration;

    /** Creates a finder for a declaration. */
    public FirstMessages(ProtocolDeclaration declaration) {
        this.declaration = declaration;
    }

    /** Returns the messages, in order of appearance. */
    public List<MessageStep> of(Step step) {
        return only(MessageStep.class, step);
    }

    /** Returns the crashes, in order of appearance. */
    public List<CrashStep> crashes(Step step) {
        return only(CrashStep.class, step);
    }

    private <T extends Step> List<T> only(Class<T> kind, Step step) {
        List<T> found = new ArrayList<>();
        Set<String> entered = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            Step next = open.remove();
            if (kind.isInstance(next)) {
                found.add(kind.cast(next));
            } else {
                entered(next)
                        .filter(entered::add)
                        .flatMap(declaration::block)
                        .ifPresent(block -> pushAll(open, starts(block)));
            }
        }
        return found;
    }

    /** Returns the block that a step without a message enters. */
    private static Optional<String> entered(Step step) {
        if (step instanceof IncludeStep include) {
            return include.block().map(Reference::name);
        }
        return step instanceof CallStep call ? Optional.of(call.next().block().name()) : Optional.empty();
    }

    private static void pushAll(Deque<Step> open, List<Step> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            open.push(steps.get(i));
        }
    }

    private static List<Step> starts(BlockDeclaration block) {
        return block.choiceAt().isPresent()
                        || block.form() instanceof BlockForm.Parallel
                        || block.steps().isEmpty()
                ? block.steps()
                : block.steps().subList(0, 1);
    }
}
