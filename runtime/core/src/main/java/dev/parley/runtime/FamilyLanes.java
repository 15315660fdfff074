package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.Lane;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The lanes of edges with a family on one side or both: one for each two parts, made at its first use. */
final class FamilyLanes {

    private final ConcurrentMap<Key, Lane> lanes = new ConcurrentHashMap<>();
    private final ConcurrentMap<Key, Ballot> ballots = new ConcurrentHashMap<>();
    private final Maker maker;

    /** Makes a lane of an edge from one part to another. */
    @FunctionalInterface
    interface Maker {
        Lane make(Edge edge, int from, int to);
    }

    private record Key(int edge, int from, int to) {}

    FamilyLanes(Maker maker) {
        this.maker = maker;
    }

    private static Key key(Edge edge, int from, int to) {
        return new Key(edge.lane().edge(), from, to);
    }

    Lane get(Edge edge, int from, int to) {
        return lanes.computeIfAbsent(key(edge, from, to), key -> maker.make(edge, from, to));
    }

    /** Returns what settles whether messages on a lane are in time. */
    Ballot ballot(Edge edge, int from, int to) {
        return ballots.computeIfAbsent(key(edge, from, to), key -> new Ballot());
    }

    /** Returns the lane, or null if it was not used yet. */
    @Nullable Lane find(Edge edge, int from, int to) {
        return lanes.get(key(edge, from, to));
    }

    /** Returns whether all that was sent has been received, but for what was sent to those who are done. */
    boolean allReceived(IntPredicate isDone) {
        return lanes.entrySet().stream()
                .allMatch(each ->
                        each.getValue().isEmpty() || isDone.test(each.getKey().to()));
    }

    /** Returns what all lanes of an edge together have carried. */
    EdgeStatus status(Edge edge, String from, String to) {
        List<Lane> all = lanes.entrySet().stream()
                .filter(each -> each.getKey().edge() == edge.lane().edge())
                .map(Map.Entry::getValue)
                .toList();
        return new EdgeStatus(
                from,
                to,
                all.stream().mapToLong(Lane::sent).sum(),
                all.stream().mapToLong(Lane::dropped).sum(),
                all.stream().mapToLong(Lane::waiting).sum(),
                !all.isEmpty() && all.stream().allMatch(Lane::isClosed));
    }
}
