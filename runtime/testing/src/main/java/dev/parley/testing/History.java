package dev.parley.testing;

import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.MessageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has happened in a simulation, in order. Written by one thread at a time. */
final class History {

    private enum Kind {
        SENT,
        RECEIVED,
        LOST,
        CRASHED
    }

    private record Entry(long time, Kind kind, String from, String to, String text) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();

    /** Returns what writes the history of one session. */
    Writer of(ProtocolSpec protocol) {
        protocol.roles().stream().filter(role -> !roles.contains(role)).forEach(roles::add);
        return new Writer(protocol);
    }

    /** Writes what happens in one session. */
    final class Writer {

        private final ProtocolSpec protocol;

        private Writer(ProtocolSpec protocol) {
            this.protocol = protocol;
        }

        void sent(long time, Edge edge, long header) {
            add(time, Kind.SENT, edge, message(edge, header).label());
        }

        void received(long time, Edge edge, InLane lane, long header) {
            MessageLayout message = message(edge, header);
            String values =
                    message.read(lane, header).stream().map(String::valueOf).collect(Collectors.joining(", "));
            add(time, Kind.RECEIVED, edge, message.label() + "(" + values + ")");
        }

        void lost(long time, Edge edge) {
            add(time, Kind.LOST, edge, "a message");
        }

        void crashed(long time, int role) {
            entries.add(new Entry(time, Kind.CRASHED, protocol.roles().get(role), "", ""));
        }

        private void add(long time, Kind kind, Edge edge, String text) {
            String from = protocol.roles().get(edge.from());
            String to = protocol.roles().get(edge.to());
            entries.add(new Entry(time, kind, from, to, text));
        }

        private MessageLayout message(Edge edge, long header) {
            return edge.message((int) (header >>> 32));
        }
    }

    /** Returns a line for each thing that has happened. */
    String log() {
        return entries.stream().map(History::line).collect(Collectors.joining("\n"));
    }

    private static String line(Entry entry) {
        String what = switch (entry.kind) {
            case SENT -> entry.from + " sends " + entry.text + " to " + entry.to;
            case RECEIVED -> entry.to + " receives " + entry.text + " from " + entry.from;
            case LOST -> entry.text + " from " + entry.from + " to " + entry.to + " is lost";
            case CRASHED -> entry.from + " crashes";
        };
        return String.format(Locale.ROOT, "%10.3f ms  %s", entry.time / 1e6, what);
    }

    /** Returns a sequence diagram for Mermaid. */
    String diagram() {
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        roles.forEach(role -> text.append("    participant ").append(role).append('\n'));
        for (Entry entry : entries) {
            text.append("    ")
                    .append(
                            switch (entry.kind) {
                                case SENT -> entry.from + "-)" + entry.to + ": " + entry.text;
                                case RECEIVED -> "Note over " + entry.to + ": receives " + entry.text;
                                case LOST -> entry.from + "-x" + entry.to + ": " + entry.text;
                                case CRASHED -> "Note over " + entry.from + ": crashes";
                            })
                    .append('\n');
        }
        return text.toString();
    }
}
