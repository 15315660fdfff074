package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Trace;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role that has crashed takes no part in what follows. */
public final class CrashedRoles {

    private CrashedRoles() {}

    /** Returns an error for each crash alternative after which the crashed role would have to act. */
    public static List<Diagnostic> check(GlobalAutomaton global) {
        List<Diagnostic> found = new ArrayList<>();
        Set<MessageStep> blamed = Collections.newSetFromMap(new IdentityHashMap<>()); // once is enough
        for (GlobalState state : global.states()) {
            for (GlobalTransition crash : state.transitions()) {
                if (crash.interaction().message().crash()) {
                    pathToAction(global, crash)
                            .filter(path -> blamed.add(crash.step()))
                            .ifPresent(path -> found.add(acts(crash, path)));
                }
            }
        }
        return found;
    }

    /** A run from a crash on, its last step first. */
    private record Way(GlobalTransition last, @Nullable Way before) {

        List<Interaction> interactions() {
            Deque<Interaction> all = new ArrayDeque<>();
            for (Way way = this; way != null; way = way.before) {
                all.push(way.last.interaction());
            }
            return List.copyOf(all);
        }
    }

    /**
     * Returns a shortest run from a crash to something that the crashed role would do. Where a member of a family has left, what follows is
     * for others.
     */
    private static Optional<List<Interaction>> pathToAction(GlobalAutomaton global, GlobalTransition crash) {
        RoleName crashed = crash.interaction().from().role();
        Set<Integer> seen = new HashSet<>();
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(crash, null)));
        while (!open.isEmpty()) {
            Way way = open.remove();
            Interaction done = way.last.interaction();
            if (isActed(done, crashed)) {
                return Optional.of(way.interactions());
            }
            if (way.last.keeps(crashed) && seen.add(way.last.target())) {
                global.states().get(way.last.target()).transitions().forEach(next -> open.add(new Way(next, way)));
            }
        }
        return Optional.empty();
    }

    /** Returns whether a role does something here as users see it, be it in some branch. */
    private static boolean isActed(Interaction done, RoleName role) {
        boolean involved = done.from().role().equals(role) || done.to().role().equals(role);
        return involved && !done.message().crash() && !done.isFork() && !done.isJoin();
    }

    private static Diagnostic acts(GlobalTransition crash, List<Interaction> path) {
        RoleName crashed = crash.interaction().from().role();
        Interaction action = path.get(path.size() - 1);
        String does = action.from().role().equals(crashed)
                ? " would have to send " + action.message() + " to "
                        + action.to().role()
                : " would have to receive " + action.message() + " from "
                        + action.from().role();
        return Diagnostic.of(
                        DiagnosticId.CRASH_ACTS,
                        crash.step().origin(),
                        crashed + does + " after it has crashed in "
                                + crash.step().method())
                .because(Trace.of(path).lines())
                .hint("let what follows " + crash.step().method() + " do without " + crashed);
    }
}
