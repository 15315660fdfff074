package dev.parley.maven.compare;

import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Timeout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What changes beside what roles send and receive: how many play them, and what their messages are marked with. No message is
 * another one for it. But whoever plays a role may need a capability or budget that it did not need, and whoever opens sessions may
 * have to have more members for them.
 */
final class Terms {

    private static final String NOTHING = "";

    private final String protocol;
    private final Set<Finding> findings = new LinkedHashSet<>();

    private Terms(String protocol) {
        this.protocol = protocol;
    }

    /** Returns what has changed, the same only once. */
    static List<Finding> compare(ProtocolVersion before, ProtocolVersion after) {
        Terms terms = new Terms(before.name());
        Map<RoleName, StateMachine> old = before.byRole();
        for (StateMachine machine : after.machines()) {
            Optional.ofNullable(old.get(machine.role())).ifPresent(other -> {
                terms.compareMembers(machine.role(), before.members(machine.role()), after.members(machine.role()));
                terms.walk(other, machine);
            });
        }
        return List.copyOf(terms.findings);
    }

    private void add(Judgement judgement, String text) {
        findings.add(new Finding(protocol, judgement, text, List.of()));
    }

    private void compareMembers(RoleName role, Optional<Integer> before, Optional<Integer> after) {
        if (before.isPresent() != after.isPresent()) {
            add(
                    Judgement.BREAKING,
                    "role " + role
                            + (after.isPresent()
                                    ? " is a family, and was one participant"
                                    : " is one participant, and was a family")
                            + ": old and new peers count differently who plays it");
        } else if (before.isPresent() && after.get() > before.get()) {
            add(
                    Judgement.ORDERED,
                    "family " + role + " has at least " + after.get() + " members, and had " + before.get()
                            + ": let nobody open sessions with fewer before roles are upgraded");
        } else if (before.isPresent() && after.get() < before.get()) {
            add(
                    Judgement.ORDERED,
                    "family " + role + " may have only " + after.get() + " members, and had at least " + before.get()
                            + ": let nobody open sessions with fewer until all roles are upgraded");
        }
    }

    private record Pair(int before, int after) {}

    /** Compares the steps that both machines have in places that both come to in the same way. */
    private void walk(StateMachine before, StateMachine after) {
        Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(0, 0)));
        Set<Pair> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Pair pair = open.remove();
            for (Transition old : before.states().get(pair.before).transitions()) {
                for (Transition changed : after.states().get(pair.after).transitions()) {
                    Pair next = new Pair(old.target(), changed.target());
                    if (old.action().equals(changed.action())) {
                        compareMarks(before.role().role() + ": " + old.action().message() + " ", old, changed);
                        if (seen.add(next)) {
                            open.add(next);
                        }
                    }
                }
            }
        }
    }

    private void compareMarks(String step, Transition before, Transition after) {
        Marks old = MarksText.read(MarksText.write(before), before.step().origin());
        Marks changed = MarksText.read(MarksText.write(after), after.step().origin());
        compareCapabilities(step, text(old.guard(), Guard::capability), text(changed.guard(), Guard::capability));
        compareCosts(
                step,
                old.guard().map(Guard::flowCost).orElse(0L),
                changed.guard().map(Guard::flowCost).orElse(0L));
        compareFacts(step, text(old.guard(), Guard::journal), text(changed.guard(), Guard::journal));
        compareTimeouts(step, text(old.timeout(), Timeout::text), text(changed.timeout(), Timeout::text));
        comparePhases(step, text(old.phase(), Phase::name), text(changed.phase(), Phase::name));
    }

    private static <T> String text(Optional<T> mark, Function<T, String> part) {
        return mark.map(part).orElse(NOTHING);
    }

    private void compareCapabilities(String step, String before, String after) {
        if (after.isEmpty() && !before.isEmpty()) {
            add(Judgement.COMPATIBLE, step + "no longer needs " + before);
        } else if (!after.equals(before)) {
            add(
                    Judgement.ORDERED,
                    step + "needs " + after + instead(before) + ": grant it before programs of the role are upgraded");
        }
    }

    private void compareCosts(String step, long before, long after) {
        if (after > before) {
            add(
                    Judgement.ORDERED,
                    step + "costs " + after + ", and did cost " + before
                            + ": raise the budget before programs of the role are upgraded");
        } else if (after < before) {
            add(Judgement.COMPATIBLE, step + "costs " + after + ", and did cost " + before);
        }
    }

    private void compareFacts(String step, String before, String after) {
        if (before.isEmpty() && !after.isEmpty()) {
            add(Judgement.COMPATIBLE, step + "is recorded as " + after);
        } else if (!after.equals(before)) {
            add(
                    Judgement.ORDERED,
                    step + (after.isEmpty() ? "is no longer recorded as " + before : "is recorded as " + after)
                            + (after.isEmpty() ? "" : instead(before))
                            + ": let those who read facts know before programs of the role are upgraded");
        }
    }

    private void compareTimeouts(String step, String before, String after) {
        if (!after.equals(before)) {
            String now = after.isEmpty() ? "is no longer sent by the clock" : "is sent by the clock after " + after;
            add(
                    Judgement.COMPATIBLE,
                    step + now + (after.isEmpty() ? "" : instead(before))
                            + ": peers see the same message, sooner or later");
        }
    }

    private void comparePhases(String step, String before, String after) {
        if (!after.equals(before)) {
            add(
                    Judgement.COMPATIBLE,
                    step + (after.isEmpty() ? "is in no phase" : "is in phase " + after) + instead(before)
                            + ": each process reports the phases of its own version");
        }
    }

    private static String instead(String before) {
        return before.isEmpty() ? "" : " instead of " + before;
    }
}
