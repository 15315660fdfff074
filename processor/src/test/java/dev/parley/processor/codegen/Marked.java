package dev.parley.processor.codegen;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.MemoryJournal;
import java.util.Optional;

/** Protocols with guards put before their messages, and phases, and what it takes to run them. */
final class Marked {

    /** What every budget can pay for before its session needs another epoch. */
    static final int LIMIT = 20;

    private Marked() {}

    /** Returns the protocol with a guard before about every other message, and phases for about two thirds. */
    static ProtocolDeclaration of(ProtocolDeclaration plain) {
        return new ProtocolDeclaration(
                plain.packageName(),
                plain.simpleNames(),
                plain.roles(),
                marked(plain.main()),
                plain.blocks().stream().map(Marked::marked).toList(),
                plain.edges(),
                plain.origin());
    }

    private static BlockDeclaration marked(BlockDeclaration block) {
        return new BlockDeclaration(
                block.name(),
                block.form(),
                block.admits(),
                block.phase(),
                block.steps().stream().map(Marked::marked).toList(),
                block.origin());
    }

    private static Step marked(Step step) {
        if (!(step instanceof MessageStep message)) {
            return step;
        }
        Origin origin = step.origin();
        int draw = Math.floorMod(message.label().value().hashCode(), 6);
        Guard guard = new Guard(
                "test:" + message.label(), message.to().size(), "" + message.label(), origin, origin, origin, origin);
        return new MessageStep(
                message.method(),
                message.label(),
                message.from(),
                message.to(),
                message.payload(),
                message.varargs(),
                message.next(),
                new Marks(
                        Optional.of(new Phase("phase " + draw % 3, origin)).filter(phase -> draw % 3 > 0),
                        Optional.of(guard).filter(each -> draw % 2 == 0),
                        Optional.empty(),
                        Optional.empty()),
                message.labelOrigin(),
                origin);
    }

    /** Returns options under which every role may do all it must, for some time. */
    static SessionOptions options(CompiledProtocol protocol) {
        Rights rights = Rights.NONE;
        for (StateMachine machine : protocol.machines()) {
            for (State state : machine.states()) {
                for (Transition transition : state.transitions()) {
                    Optional<Guard> guard = transition.step().marks().guard();
                    if (guard.isPresent() && transition.action() instanceof Action.Send) {
                        rights = rights.allow(
                                        machine.role().role().value(),
                                        guard.get().capability())
                                .budget(
                                        machine.role().role().value(),
                                        transition.action().peer().role().value(),
                                        LIMIT);
                    }
                }
            }
        }
        return SessionOptions.defaults().rights(rights).facts(new MemoryJournal());
    }
}
