package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** What of a protocol decides on whether a session of one version can go on under another. */
final class Behaviour {

    /** More than enough to tell the versions of one protocol from each other. */
    private static final int DIGEST_BYTES = 8;

    private Behaviour() {}

    static String digest(ProtocolSpec protocol) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text(protocol).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static String text(ProtocolSpec protocol) {
        StringBuilder text = new StringBuilder();
        protocol.roles().forEach(role -> text.append("role ").append(role).append('\n'));
        protocol.edges().forEach(edge -> append(edge, text));
        protocol.machines().forEach(machine -> append(machine, text));
        return text.toString();
    }

    private static void append(Edge edge, StringBuilder text) {
        text.append("edge ").append(edge.from()).append(' ').append(edge.to());
        text.append(' ').append(edge.lane().mode()).append('\n');
        for (MessageLayout message : edge.messages()) {
            String types = message.parameters().stream().map(Parameter::type).collect(Collectors.joining(","));
            text.append(message.crash() ? "crash " : "message ")
                    .append(message.label())
                    .append(' ')
                    .append(types)
                    .append('\n');
        }
    }

    private static void append(Machine machine, StringBuilder text) {
        text.append("machine ").append(machine.role()).append('\n');
        for (State state : machine.states()) {
            text.append("state ")
                    .append(state.accepting())
                    .append(' ')
                    .append(state.multicastRest())
                    .append('\n');
            for (Transition step : state.transitions()) {
                text.append(step.sends() ? "send " : "receive ").append(step.edge());
                text.append(' ')
                        .append(step.message())
                        .append(' ')
                        .append(step.target())
                        .append('\n');
            }
        }
    }
}
