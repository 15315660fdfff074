package dev.parley.compiler.projection;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Trace;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;

/** Says in the user's terms why a protocol cannot be implemented. */
public final class Explanation {

    private Explanation() {}

    /** Explains a send conflict, at the method that declares the send. */
    public static Diagnostic of(SendConflict conflict) {
        RoleName role = conflict.role();
        Interaction action = conflict.action().interaction();
        List<String> proof = new ArrayList<>();
        proof.add("after this, " + role + " sends " + action.message() + " to " + action.to() + ":");
        proof.addAll(lines(conflict.permitted()));
        proof.add("after this, which looks the same to " + role + ", it must not, but " + instead(conflict) + ":");
        proof.addAll(lines(conflict.forbidden()));
        return Diagnostic.of(
                        DiagnosticId.CHOICE_UNAWARE,
                        conflict.action().step().origin(),
                        role + " cannot know whether to send " + action.message() + " to " + action.to() + " here")
                .because(proof)
                .hint(hint(conflict));
    }

    /** Explains a receive conflict, at the method that declares the message which may be taken too early. */
    public static Diagnostic of(ReceiveConflict conflict) {
        RoleName role = conflict.role();
        Interaction expected = conflict.expected().interaction();
        Interaction overtaking = conflict.overtaking().interaction();
        List<String> proof = new ArrayList<>();
        proof.add("in this run " + expected + " comes first,");
        proof.add("but " + overtaking.message() + " of " + overtaking.from() + " can be there before it:");
        proof.addAll(lines(conflict.trace()));
        return Diagnostic.of(
                        DiagnosticId.RECEIVE_RACE,
                        conflict.overtaking().step().origin(),
                        role + " may get " + overtaking.message() + " from " + overtaking.from() + " before "
                                + expected.message() + " from " + expected.from()
                                + ", and would take it for the start of another run")
                .because(proof)
                .hint("give the two messages different labels, or let " + overtaking.from() + " wait until " + role
                        + " has answered");
    }

    private static List<String> lines(List<GlobalTransition> trace) {
        return Trace.of(trace.stream().map(GlobalTransition::interaction).toList())
                .lines();
    }

    private static String instead(SendConflict conflict) {
        List<GlobalTransition> forbidden = conflict.forbidden();
        return switch (conflict.otherwise()) {
            case SEND_ANOTHER -> "has other messages to send";
            case RECEIVE ->
                "first has to receive "
                        + forbidden.get(forbidden.size() - 1).interaction().message();
            case STOP -> "is done";
            case STAND_BY -> "has no more part in the session";
        };
    }

    /** Names whoever made the choice that the role was not told of: the sender where the two runs part. */
    private static String hint(SendConflict conflict) {
        List<GlobalTransition> permitted = conflict.permitted();
        List<GlobalTransition> forbidden = conflict.forbidden();
        int parting = 0;
        while (parting < permitted.size()
                && parting < forbidden.size()
                && permitted
                        .get(parting)
                        .interaction()
                        .equals(forbidden.get(parting).interaction())) {
            parting++;
        }
        List<GlobalTransition> longer = permitted.size() > parting ? permitted : forbidden;
        if (longer.size() == parting) {
            return "let " + conflict.role() + " receive a message before this step";
        }
        RoleName chooser = longer.get(parting).interaction().from();
        if (chooser.equals(conflict.role())) {
            return "use different labels, so that the runs differ for " + conflict.role();
        }
        return "the runs part where " + chooser + " chooses, and " + conflict.role() + " is not told: let "
                + conflict.role() + " receive a different label in each alternative before this step";
    }
}
