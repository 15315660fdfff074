package dev.parley.testing;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.Session;
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
    Writer of(Session session) {
        session.players()
                .mapToObj(session::nameOf)
                .filter(role -> !roles.contains(role))
                .forEach(roles::add);
        return new Writer(session);
    }

    /** Writes what happens in one session. */
    final class Writer {

        private final Session session;

        private Writer(Session session) {
            this.session = session;
        }

        void sent(long time, int from, int to, Edge edge, long header) {
            add(time, Kind.SENT, from, to, message(edge, header).label());
        }

        void received(long time, int from, int to, Edge edge, InLane lane, long header) {
            MessageLayout message = message(edge, header);
            String values =
                    message.read(lane, header).stream().map(String::valueOf).collect(Collectors.joining(", "));
            add(time, Kind.RECEIVED, from, to, message.label() + "(" + values + ")");
        }

        void lost(long time, int from, int to) {
            add(time, Kind.LOST, from, to, "a message");
        }

        void crashed(long time, int part) {
            entries.add(new Entry(time, Kind.CRASHED, session.nameOf(part), "", ""));
        }

        private void add(long time, Kind kind, int from, int to, String text) {
            entries.add(new Entry(time, kind, session.nameOf(from), session.nameOf(to), text));
        }

        private MessageLayout message(Edge edge, long header) {
            return edge.message((int) (header >>> 32));
        }
    }

    /** Returns whether a role has crashed. */
    boolean hasCrash() {
        return entries.stream().anyMatch(entry -> entry.kind == Kind.CRASHED);
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
