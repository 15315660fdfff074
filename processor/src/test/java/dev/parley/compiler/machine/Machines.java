package dev.parley.compiler.machine;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down machines briefly, one line per state: {@code machine("A", "B!ask 1", "B?yes 2 | B?no 0", "accepting")}.
 * Transitions are separated by bars; a state that says {@code accepting} is accepting.
 */
public final class Machines {

    private Machines() {}

    /** Returns the machine of the given role. */
    public static StateMachine machine(String role, String... states) {
        List<State> all = new ArrayList<>();
        for (String line : states) {
            List<Transition> transitions = new ArrayList<>();
            for (String part : line.split("\\|", -1)) {
                if (!part.strip().equals("accepting")) {
                    transitions.add(transition(role, part.strip()));
                }
            }
            all.add(new State(
                    all.size(),
                    "S" + all.size(),
                    true,
                    false,
                    Optional.empty(),
                    line.contains("accepting"),
                    transitions));
        }
        return new StateMachine(new RoleName(role), all);
    }

    private static Transition transition(String role, String text) {
        String[] words = text.split(" ", -1);
        boolean sends = words[0].contains("!");
        String[] ends = words[0].split("[!?]", -1);
        RoleName peer = new RoleName(ends[0]);
        Message message = new Message(new Label(ends[1]), List.of());
        return new Transition(
                sends ? new Action.Send(peer, message) : new Action.Receive(peer, message),
                Integer.parseInt(words[1]),
                sends ? step(role, ends[1], ends[0]) : step(ends[0], ends[1], role),
                sends ? "" : ends[1]);
    }

    private static MessageStep step(String from, String label, String to) {
        Origin origin = Origin.of(label);
        return new MessageStep(
                label,
                new Label(label),
                new Reference(from, origin),
                List.of(new Reference(to, origin)),
                List.of(),
                false,
                new Continuation.Next(),
                origin,
                origin);
    }
}
