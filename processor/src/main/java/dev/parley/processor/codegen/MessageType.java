package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.protocol.Message;
import java.util.List;

/**
 * A message that may be received.
 *
 * @param id its number among those of the role, from 1
 * @param name the type
 * @param message the message
 * @param accessors the names of the methods that give its values
 * @param layout where its values travel
 * @param target the state after it
 * @param arrivals the states it may be received in, and from whom
 * @param recurs whether it may be received more than once
 * @param gathered whether one comes from each member of a family, and all together are the message
 * @param quorum whether it may be decided before all have come
 */
record MessageType(
        int id,
        ClassName name,
        Message message,
        List<String> accessors,
        PayloadLayout layout,
        State target,
        List<Arrival> arrivals,
        boolean recurs,
        boolean gathered,
        boolean quorum) {

    /** Returns whether it leads back to the only state in which it is received. */
    boolean isLoop() {
        return arrivals.stream().allMatch(Arrival::isLoop);
    }
}
