package dev.parley.processor.codegen;

import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.Timeout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message that may be sent, with all its receivers.
 *
 * @param method the name of the method that sends it
 * @param source the state before
 * @param sends one step for each receiver, in order
 * @param target the state after the last
 * @param guard the number of its guard, if it has one
 * @param phase the number of the phase that begins with it, if one may
 */
record Sending(
        String method, State source, List<Transition> sends, State target, OptionalInt guard, OptionalInt phase) {

    /** Returns whether it leads back to the same state, so that there is nothing to enter. */
    boolean isLoop() {
        return source.number() == target.number();
    }

    /** Returns whether the role enters a parallel block by it. */
    boolean isFork() {
        return message().label().equals(Label.FORK);
    }

    Message message() {
        return sends.get(0).action().message();
    }

    MessageStep step() {
        return sends.get(0).step();
    }

    List<RoleName> receivers() {
        return sends.stream().map(send -> send.action().peer()).toList();
    }

    /** Returns after how long the runtime sends it for the role. */
    Optional<Timeout> timeout() {
        return step().marks().timeout();
    }
}
