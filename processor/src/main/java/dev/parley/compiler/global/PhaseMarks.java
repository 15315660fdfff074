package dev.parley.compiler.global;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the phase that each message belongs to: that of the innermost mark around it, be it its own, that of the block it stands in,
 * that of the step by which that block was entered, or so on outwards.
 */
final class PhaseMarks {

    private final IdentityHashMap<Activation, Optional<Phase>> phases = new IdentityHashMap<>();
    private final IdentityHashMap<MessageStep, IdentityHashMap<Phase, MessageStep>> placed = new IdentityHashMap<>();
    private final Set<Phase> used = Collections.newSetFromMap(new IdentityHashMap<>()); // two marks may be equal

    /** A block is run that a step of another run has entered. */
    void enter(Activation activation, Activation outer, Step by) {
        phases.putIfAbsent(
                activation,
                activation.block().phase().or(() -> by.marks().phase()).or(() -> of(outer)));
    }

    /** A branch of a parallel block is run. */
    void branch(Activation branch, Activation block) {
        phases.put(branch, of(block));
    }

    private Optional<Phase> of(Activation activation) {
        return phases.computeIfAbsent(activation, main -> main.block().phase());
    }

    /** Returns a message with the phase that it belongs to where the given block is run; the same each time. */
    MessageStep place(MessageStep step, Activation activation) {
        Optional<Phase> phase = step.marks().phase().or(() -> of(activation));
        phase.ifPresent(used::add);
        return phase.equals(step.marks().phase())
                ? step
                : placed.computeIfAbsent(step, key -> new IdentityHashMap<>())
                        .computeIfAbsent(phase.get(), key -> step.inPhase(phase));
    }

    /** Returns an error for each mark of the blocks that no message got its phase from. */
    List<Diagnostic> unused(Stream<BlockDeclaration> blocks) {
        return blocks.flatMap(block -> Stream.concat(
                        block.phase().stream(), block.steps().stream().flatMap(step -> step.marks().phase().stream())))
                .filter(mark -> !used.contains(mark))
                .map(mark -> Diagnostic.of(
                                DiagnosticId.PHASE_EMPTY,
                                mark.origin(),
                                "no message belongs to the phase " + mark.name() + " because of this mark")
                        .hint("mark the messages of the phase, a block that holds some, or a step that enters it"))
                .toList();
    }
}
