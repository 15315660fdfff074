package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a role that may receive from two senders can take what comes first for what it is: the message of the one must
 * not already be available in the continuation of the other.
 *
 * <p>Source: Li, Stutz, Wies, Zufferey, CAV 2023, Definition 5.4 (receive validity).
 */
public final class ReceiveValidity {

    private final Projection projection;
    private final AvailableMessages available;
    private final Map<Key, Map<Message, List<GlobalTransition>>> searched = new HashMap<>();

    private record Key(int state, RoleName sender) {}

    private ReceiveValidity(Projection projection) {
        this.projection = projection;
        this.available = new AvailableMessages(projection.global());
    }

    /** Returns a conflict for each state of the projection that is not valid. */
    public static List<ReceiveConflict> conflicts(Projection projection) {
        ReceiveValidity validity = new ReceiveValidity(projection);
        List<ReceiveConflict> conflicts = new ArrayList<>();
        for (SubsetState state : projection.states()) {
            validity.conflict(state).ifPresent(conflicts::add);
        }
        return conflicts;
    }

    private Optional<ReceiveConflict> conflict(SubsetState state) {
        Map<RoleName, Set<Message>> awaited = new HashMap<>();
        for (GlobalTransition message : state.awaited()) {
            awaited.computeIfAbsent(message.interaction().from(), sender -> new HashSet<>())
                    .add(message.interaction().message());
        }
        if (awaited.size() < 2) {
            return Optional.empty();
        }
        for (GlobalTransition expected : state.awaited()) {
            for (RoleName sender : projection.global().roles()) {
                Set<Message> others = awaited.getOrDefault(sender, Set.of());
                if (!sender.equals(expected.interaction().from()) && !others.isEmpty()) {
                    Optional<ReceiveConflict> conflict = conflict(state, expected, sender, others);
                    if (conflict.isPresent()) {
                        return conflict;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ReceiveConflict> conflict(
            SubsetState state, GlobalTransition expected, RoleName sender, Set<Message> others) {
        Map<Message, List<GlobalTransition>> found = searched.computeIfAbsent(
                new Key(expected.target(), sender),
                key -> available.from(expected.target(), sender, projection.role()));
        return found.entrySet().stream()
                .filter(entry -> others.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .min((one, two) -> one.size() != two.size()
                        ? Integer.compare(one.size(), two.size())
                        : one.toString().compareTo(two.toString()))
                .map(path -> {
                    List<GlobalTransition> trace = new ArrayList<>(projection.traceTo(state, expected));
                    trace.addAll(path);
                    return new ReceiveConflict(projection.role(), trace, expected, path.get(path.size() - 1));
                });
    }
}
