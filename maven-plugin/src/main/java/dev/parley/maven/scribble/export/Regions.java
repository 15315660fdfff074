package dev.parley.maven.scribble.export;

import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts a global automaton into trees whose only other edges lead back to states above: what can be written down with
 * choices, {@code rec} and {@code continue}. Every other state that several others lead to is the root of a tree of its
 * own, which is written as a protocol and gone to with {@code do}.
 */
final class Regions {

    /** How many messages at the end of a protocol are rather repeated than made a protocol of their own. */
    private static final int SHORT = 3;

    /** How deep choices are nested before the rest becomes a protocol of its own. */
    private static final int MAX_DEPTH = 8;

    private final List<GlobalState> states;
    private final Set<Integer> roots = new TreeSet<>(Set.of(0));
    private final Set<Integer> loops = new HashSet<>();
    private final Set<Integer> owned = new HashSet<>();

    private Regions(List<GlobalState> states) {
        this.states = states;
    }

    static Regions of(List<GlobalState> states) {
        Regions regions = new Regions(states);
        int before;
        do {
            before = regions.roots.size();
            regions.cut();
        } while (regions.roots.size() > before);
        return regions;
    }

    /** Returns the states in which protocols start, in order. */
    Set<Integer> roots() {
        return roots;
    }

    /** Returns whether the state is gone back to from below. */
    boolean isLoop(int state) {
        return loops.contains(state);
    }

    /** Returns whether only few messages are left, without any choice. */
    private boolean isShortEnd(int start) {
        GlobalState state = states.get(start);
        for (int i = 0; i < SHORT && state.transitions().size() == 1; i++) {
            state = states.get(state.transitions().get(0).target());
        }
        return state.isEnd();
    }

    private void cut() {
        loops.clear();
        owned.clear();
        for (int root : Set.copyOf(roots)) {
            new Walk(root).walk();
        }
    }

    /** A walk through one tree, depth first. */
    private final class Walk {
        private final int root;
        private final Deque<Frame> path = new ArrayDeque<>();
        private final Set<Integer> onPath = new HashSet<>();

        private record Frame(int state, int depth, int next) {}

        Walk(int root) {
            this.root = root;
        }

        void walk() {
            push(root, 0);
            while (!path.isEmpty()) {
                Frame frame = path.pop();
                List<GlobalTransition> transitions = states.get(frame.state).transitions();
                if (frame.next == transitions.size()) {
                    onPath.remove(frame.state);
                    continue;
                }
                path.push(new Frame(frame.state, frame.depth, frame.next + 1));
                int target = transitions.get(frame.next).target();
                if (!isShortEnd(target) && !roots.contains(target)) {
                    visit(target, frame.depth + (transitions.size() > 1 ? 1 : 0));
                }
            }
        }

        private void visit(int target, int depth) {
            if (!owned.contains(target) && depth <= MAX_DEPTH) {
                push(target, depth);
            } else if (onPath.contains(target)) {
                loops.add(target);
            } else {
                roots.add(target);
            }
        }

        private void push(int state, int depth) {
            owned.add(state);
            onPath.add(state);
            path.push(new Frame(state, depth, 0));
        }
    }
}
