package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.Turns;
import dev.parley.compiler.global.Turns.Unled;
import java.util.List;

/** Of those who begin a block for each member of a family, somebody knows which members have left before. */
public final class TurnMembers {

    private TurnMembers() {}

    /** Returns an error for each block of which nobody does. */
    public static List<Diagnostic> check(GlobalAutomaton global) {
        return Turns.unled(global).stream().map(TurnMembers::unknown).toList();
    }

    private static Diagnostic unknown(Unled unled) {
        return Diagnostic.of(
                        DiagnosticId.FOR_EACH_UNAWARE,
                        unled.begin().origin(),
                        unled.block() + " is run for each member of " + unled.family()
                                + " that has not left, and nobody who begins it knows which have")
                .because(List.of(
                        "members may leave before: " + unled.leaving().origin().description()))
                .hint("let a role that members take their leave from, always the same, have a part in " + unled.block()
                        + ", outside parallel branches");
    }
}
