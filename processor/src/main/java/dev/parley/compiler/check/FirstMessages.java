package dev.parley.compiler.check;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the messages with which a step may start, through the blocks that it goes on with. */
final class FirstMessages {

    private final ProtocolDeclaration declaration;

    FirstMessages(ProtocolDeclaration declaration) {
        this.declaration = declaration;
    }

    List<MessageStep> of(Step step) {
        List<MessageStep> found = new ArrayList<>();
        Set<String> entered = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            Step next = open.remove();
            if (next instanceof MessageStep message) {
                found.add(message);
            } else if (next.next() instanceof Continuation.Block block
                    && entered.add(block.block().name())) {
                declaration.block(block.block().name()).ifPresent(named -> open.addAll(starts(named)));
            }
        }
        return found;
    }

    private static List<Step> starts(BlockDeclaration block) {
        return block.choiceAt().isPresent()
                        || block.form() instanceof BlockForm.Parallel
                        || block.steps().isEmpty()
                ? block.steps()
                : block.steps().subList(0, 1);
    }
}
