package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages that one role may send to another, as the next on that channel, while the receiver does nothing.
 *
 * <p>Source: Li, Stutz, Wies, Zufferey, CAV 2023, section 5 (available messages). The receiver is blocked from the start; a
 * role that waits for a message from a blocked role is blocked too. The search keys on the pair of global state and blocked
 * roles, as one state may be reached with different roles blocked. Only the first unblocked message on the channel counts:
 * channels are FIFO, so it hides those behind it. Nobody is kept waiting by a family that has no members, or by members that a decision
 * was not left to.
 */
final class AvailableMessages {

    private final GlobalAutomaton global;

    AvailableMessages(GlobalAutomaton global) {
        this.global = global;
    }

    private record Key(int state, Set<RoleName> blocked) {}

    private record Point(
            Key key, @Nullable Point from, @Nullable GlobalTransition by) {}

    /** Returns each available message from the sender to the receiver with a shortest run from the state to its sending. */
    Map<Message, List<GlobalTransition>> from(int state, RoleName sender, RoleName receiver) {
        Map<Message, List<GlobalTransition>> found = new HashMap<>();
        Set<Key> seen = new HashSet<>();
        Deque<Point> open = new ArrayDeque<>();
        visit(new Point(new Key(state, Set.of(receiver)), null, null), seen, open);
        while (!open.isEmpty()) {
            Point point = open.remove();
            Set<RoleName> blocked = point.key.blocked;
            for (GlobalTransition transition :
                    global.states().get(point.key.state).transitions()) {
                Interaction interaction = transition.interaction();
                boolean onChannel =
                        interaction.from().equals(sender) && interaction.to().equals(receiver);
                if (!blocked.contains(interaction.from())) {
                    Point next = new Point(new Key(transition.target(), blocked), point, transition);
                    if (onChannel) {
                        found.computeIfAbsent(interaction.message(), key -> path(next));
                    } else {
                        visit(next, seen, open);
                    }
                } else if (isOptional(transition, receiver)) {
                    visit(new Point(new Key(transition.target(), blocked), point, transition), seen, open);
                } else if (!interaction.to().equals(sender)) {
                    Set<RoleName> more = with(blocked, interaction.to());
                    visit(new Point(new Key(transition.target(), more), point, transition), seen, open);
                }
                // Else the sender itself gets stuck, and nothing more can come from it.
            }
        }
        return found;
    }

    /** Returns whether the receiver of a message may go on without it, as seen by someone who is not of the same family as its sender. */
    private boolean isOptional(GlobalTransition transition, RoleName receiver) {
        RoleName from = transition.interaction().from();
        return transition.mayLose(from)
                || (global.families().mayBeNobody(from) && global.families().isPlural(receiver, from));
    }

    private static void visit(Point point, Set<Key> seen, Deque<Point> open) {
        if (seen.add(point.key)) {
            open.add(point);
        }
    }

    private static Set<RoleName> with(Set<RoleName> roles, RoleName one) {
        if (roles.contains(one)) {
            return roles;
        }
        Set<RoleName> all = new HashSet<>(roles);
        all.add(one);
        return Set.copyOf(all);
    }

    private static List<GlobalTransition> path(Point end) {
        List<GlobalTransition> path = new ArrayList<>();
        for (Point point = end; point != null; point = point.from) {
            if (point.by != null) {
                path.add(point.by);
            }
        }
        Collections.reverse(path);
        return path;
    }
}
