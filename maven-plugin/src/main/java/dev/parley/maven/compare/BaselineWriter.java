package dev.parley.maven.compare;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import java.util.Comparator;
import java.util.List;

/**
 * Writes versions of protocols as text for people and version control: one fact a line, sorted, so that equal protocols
 * give equal files and a change shows as few lines. {@link BaselineReader} reads it.
 */
public final class BaselineWriter {

    static final String HEADER = "parley-baseline 1";
    static final String LAST = "end of baseline";

    private final StringBuilder text = new StringBuilder();

    private BaselineWriter() {}

    /** Returns the text, with {@code \n} after each line. */
    public static String write(List<ProtocolVersion> protocols) {
        BaselineWriter writer = new BaselineWriter();
        writer.line(0, HEADER);
        writer.line(
                0,
                "# What each role of each protocol does. parley:baseline writes this file, parley:compare reads it.");
        protocols.stream().sorted(Comparator.comparing(ProtocolVersion::name)).forEach(writer::write);
        writer.line(0, "");
        writer.line(0, LAST);
        return writer.text.toString();
    }

    private void line(int indent, String line) {
        text.append("  ".repeat(indent)).append(line).append('\n');
    }

    private void write(ProtocolVersion protocol) {
        line(0, "");
        line(0, "protocol " + protocol.name());
        protocol.families().forEach((role, least) -> line(1, "family " + role + " of at least " + least));
        protocol.buffers().forEach(this::write);
        protocol.machines().forEach(this::write);
    }

    private void write(ProtocolVersion.Buffer buffer) {
        line(
                1,
                "buffer " + buffer.from() + " -> " + buffer.to() + " " + buffer.mode() + " " + buffer.whenFull()
                        + " capacity " + buffer.capacity() + " limit " + buffer.maxCapacity() + " in-flight "
                        + (buffer.inFlight().isPresent() ? buffer.inFlight().getAsInt() : "unlimited"));
    }

    private void write(StateMachine machine) {
        line(1, "role " + machine.role());
        for (State state : machine.states()) {
            line(2, "state " + state.number() + (state.accepting() ? " may end" : ""));
            state.transitions().stream().map(BaselineWriter::text).sorted().forEach(each -> line(3, each));
        }
    }

    private static String text(Transition transition) {
        Action action = transition.action();
        return (action instanceof Action.Send ? "send " : "receive ") + action.peer() + " "
                + action.message().label() + "("
                + TypeText.write(action.message().payload()) + ")"
                + (action.message().crash() ? " on crash" : "") + " -> "
                + transition.target() + MarksText.write(transition);
    }
}
