package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A role knows which guard stands before a message. Where it may be at several places of the protocol and cannot know at which, its
 * message is the same at all of them, and so must its guard be.
 */
public final class GuardChoices {

    private GuardChoices() {}

    /** Returns an error for each message that has one guard or another where its sender cannot know which. */
    public static List<Diagnostic> check(List<Projection> projections) {
        List<Diagnostic> found = new ArrayList<>();
        projections.forEach(projection -> projection.states().forEach(state -> check(projection, state, found)));
        return found.stream().distinct().toList();
    }

    private static void check(Projection projection, SubsetState state, List<Diagnostic> found) {
        Map<Interaction, Sending> first = new HashMap<>();
        for (GlobalState place : state.sending()) {
            for (GlobalTransition transition : place.transitions()) {
                Sending sending =
                        new Sending(transition.step(), place.position().multicastRest());
                Sending other = first.putIfAbsent(transition.interaction(), sending);
                if (other != null && !sending.guard().equals(other.guard())) {
                    found.add(problem(projection, other.step, sending.step));
                }
            }
        }
    }

    /** A message, and whether some of its receivers have got it already. */
    private record Sending(MessageStep step, boolean rest) {

        /** Returns what happens before it is sent; equal guards that are paid for other receivers are not the same. */
        List<Object> guard() {
            return step.marks()
                    .guard()
                    .<List<Object>>map(guard -> List.of(
                            rest,
                            guard.inWords(),
                            step.to().stream().map(Reference::name).toList()))
                    .orElse(List.of());
        }
    }

    private static Diagnostic problem(Projection projection, MessageStep one, MessageStep other) {
        MessageStep blamed = other.marks().guard().isPresent() ? other : one;
        return Diagnostic.of(
                        DiagnosticId.GUARD_AMBIGUOUS,
                        blamed.marks().guard().map(Guard::origin).orElse(blamed.origin()),
                        projection.role().inWords() + " cannot know which guard stands before " + one.label())
                .because(List.of(inWords(one), inWords(other)))
                .hint("guard both alike, give one another label, or tell "
                        + projection.role().role() + " before which of them it is");
    }

    private static String inWords(MessageStep step) {
        String to = String.join(", ", step.to().stream().map(Reference::name).toList());
        return step.method() + " to " + to + " "
                + step.marks().guard().map(Guard::inWords).orElse("is not guarded");
    }
}
