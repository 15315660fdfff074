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
        String role = conflict.role().inWords();
        Interaction action = conflict.action().interaction();
        if (conflict.isLate()) {
            return late(role, conflict.action());
        }
        List<String> proof = new ArrayList<>();
        proof.add("after this, " + role + " " + doing(action) + ":");
        proof.addAll(lines(conflict.permitted()));
        proof.add("after this, which looks the same to " + conflict.role().role() + ", it must not, but "
                + instead(conflict) + ":");
        proof.addAll(lines(conflict.forbidden()));
        return Diagnostic.of(
                        action.message().label().isInternal()
                                ? DiagnosticId.PARALLEL_UNAWARE
                                : DiagnosticId.CHOICE_UNAWARE,
                        conflict.action().step().origin(),
                        role + " cannot know whether " + unknown(action))
                .because(proof)
                .hint(hint(conflict));
    }

    private static String doing(Interaction action) {
        if (action.isFork()) {
            return "enters the branches of " + action.to().block();
        }
        return action.isJoin()
                ? "is done"
                : "sends " + action.message() + " to " + action.to().role();
    }

    private static String unknown(Interaction action) {
        if (action.isFork()) {
            return action.to().block() + " begins here";
        }
        return action.isJoin()
                ? "the branch is over here"
                : "to send " + action.message() + " to " + action.to().role() + " here";
    }

    private static Diagnostic late(String role, GlobalTransition action) {
        Interaction message = action.interaction();
        return Diagnostic.of(
                        DiagnosticId.QUORUM_LATE,
                        action.step().origin(),
                        "a member of " + role + " that was late does not know it when it sends " + message.message()
                                + " to " + message.to().role())
                .hint("let " + role + " receive a message first: a member that has been left behind finds there that"
                        + " the session is over for it");
    }

    /** Explains a receive conflict, at the method that declares the message which may be taken too early. */
    public static Diagnostic of(ReceiveConflict conflict) {
        String role = conflict.role().inWords();
        Interaction expected = conflict.expected().interaction();
        Interaction overtaking = conflict.overtaking().interaction();
        List<String> proof = new ArrayList<>();
        proof.add("in this run " + expected + " comes first,");
        proof.add("but " + overtaking.message() + " of " + overtaking.from().role() + " can be there before it:");
        proof.addAll(lines(conflict.trace()));
        return Diagnostic.of(
                        DiagnosticId.RECEIVE_RACE,
                        conflict.overtaking().step().origin(),
                        role + " may get " + overtaking.message() + " from "
                                + overtaking.from().role() + " before "
                                + expected.message() + " from "
                                + expected.from().role()
                                + ", and would take it for the start of another run")
                .because(proof)
                .hint("give the two messages different labels, or let "
                        + overtaking.from().role() + " wait until "
                        + conflict.role().role() + " has answered");
    }

    /** Returns the messages of a run; what passes between a role and its parties is for nobody to see. */
    static List<String> lines(List<GlobalTransition> trace) {
        return Trace.of(trace.stream()
                        .map(GlobalTransition::interaction)
                        .filter(interaction -> !interaction.message().label().isInternal())
                        .toList())
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
        RoleName role = conflict.role().role();
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
            return "let " + role + " receive a message before this step";
        }
        RoleName chooser = longer.get(parting).interaction().from();
        if (chooser.equals(conflict.role())) {
            return "use different labels, so that the runs differ for " + role;
        }
        return "the runs part where " + chooser.role() + " chooses, and " + role + " is not told: let " + role
                + " receive a different label in each alternative before this step";
    }
}
