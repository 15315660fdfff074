package dev.parley.compiler;

import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static dev.parley.compiler.diagnostic.DiagnosticId.CHOICE_UNAWARE;
import static dev.parley.compiler.diagnostic.DiagnosticId.RECEIVE_RACE;

import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Protocols whose verdict is known, from the literature and from thinking, with the reason for it. */
public final class KnownProtocols {

    private KnownProtocols() {}

    /**
     * A protocol and what is known of it.
     *
     * @param declaration the protocol
     * @param errors what the compiler must find; nothing for a protocol that can be implemented
     * @param fullMerge whether the classic projection with full merge is defined for all roles
     * @param reason why the verdicts are as they are
     */
    public record Known(ProtocolDeclaration declaration, Set<DiagnosticId> errors, boolean fullMerge, String reason) {

        /** Returns whether some implementation of the protocol exists. */
        public boolean implementable() {
            return errors.isEmpty();
        }

        @Override
        public String toString() {
            return declaration.name();
        }
    }

    /** Returns all of them. */
    public static List<Known> all() {
        return Stream.of(
                        EverydayProtocols.everyday(),
                        aware(),
                        unaware(),
                        races(),
                        noRaces(),
                        completeOnly(),
                        EverydayProtocols.scribble())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the protocol of the given name. */
    public static ProtocolDeclaration named(String name) {
        return all().stream()
                .map(Known::declaration)
                .filter(declaration -> declaration.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    static Known classic(String reason, Block main) {
        return new Known(protocol(main), Set.of(), true, reason);
    }

    static Known complete(String reason, Block main) {
        return new Known(protocol(main), Set.of(), false, reason);
    }

    static Known rejected(DiagnosticId error, String reason, Block main) {
        return new Known(protocol(main), Set.of(error), false, reason);
    }

    /** A role that need not know, or is told in time. */
    private static List<Known> aware() {
        return List.of(
                classic(
                        "C sends the same whatever A chose",
                        choice(
                                "SameEitherWay",
                                "A",
                                msg("A", "B", "x").then(seq("X", msg("C", "B", "go"))),
                                msg("A", "B", "y").then(seq("Y", msg("C", "B", "go"))))),
                complete(
                        "C may be done or be told more: it sees the end when A is done",
                        choice(
                                "DoneOrTold",
                                "A",
                                msg("A", "B", "more").then(seq("More", msg("A", "C", "more"))),
                                msg("A", "B", "done"))),
                complete(
                        "B and C may each be done or hear from the other, and when A turns to D each waits for the other",
                        choice(
                                "MutualWaiting",
                                "A",
                                msg("A", "B", "askB").then(seq("ByB", msg("B", "C", "tell"))),
                                msg("A", "C", "askC").then(seq("ByC", msg("C", "B", "tell"))),
                                msg("A", "D", "stop"))),
                complete(
                        "the first round is written out in one branch and folded in the other; Worker need not care",
                        choice(
                                "Unfolded",
                                "A",
                                msg("A", "B", "now").then(seq("First", msg("B", "Worker", "work"), run(loop("Now")))),
                                msg("A", "B", "later").then(loop("Later")))));
    }

    private static Block loop(String name) {
        return choice(
                name,
                "A",
                msg("A", "B", "again")
                        .then(seq(name + "Again", msg("B", "Worker", "work").then(name))),
                msg("A", "B", "stop").then(seq(name + "Stop", msg("B", "Worker", "stop"))));
    }

    /** A role that would have to act differently in situations that look alike to it. */
    private static List<Known> unaware() {
        return List.of(
                rejected(
                        CHOICE_UNAWARE,
                        "C must send what A chose and was not told (Li et al., CAV 2023, section 2)",
                        choice(
                                "Untold",
                                "A",
                                msg("A", "B", "x").then(seq("X", msg("C", "B", "left"))),
                                msg("A", "B", "y").then(seq("Y", msg("C", "B", "right"))))),
                rejected(
                        CHOICE_UNAWARE,
                        "C must either send or wait, and cannot know which",
                        choice(
                                "MixedChoice",
                                "A",
                                msg("A", "B", "x").then(seq("X", msg("C", "B", "go"))),
                                msg("A", "B", "y").then(seq("Y", msg("B", "C", "stop"))))),
                rejected(
                        CHOICE_UNAWARE,
                        "C must either send at once or first hear from B what it then sends too",
                        choice(
                                "MixedChoiceSlipsThrough",
                                "A",
                                msg("A", "B", "x").then(seq("X", msg("C", "B", "go"), msg("B", "C", "ok"))),
                                msg("A", "B", "y").then(seq("Y", msg("B", "C", "ok"), msg("C", "B", "go"))))),
                rejected(
                        CHOICE_UNAWARE,
                        "C is done in one case and has to send in the other",
                        choice(
                                "FinalOrSend",
                                "A",
                                msg("A", "B", "x").then(seq("X", msg("C", "B", "go"))),
                                msg("A", "B", "y"))),
                rejected(
                        CHOICE_UNAWARE,
                        "after any number of turns C cannot know that the last one was taken",
                        seq(
                                "SendAfterUnseenLoop",
                                run(choice(
                                        "Turn",
                                        "A",
                                        msg("A", "B", "again").then("Turn"),
                                        msg("A", "B", "enough").end(),
                                        msg("A", "B", "last"))),
                                msg("C", "B", "go"))),
                rejected(
                        CHOICE_UNAWARE,
                        "the loop never ends, so C, who cannot see it, must not send what comes without it",
                        choice(
                                "SendUnlessEndless",
                                "A",
                                msg("A", "B", "work")
                                        .then(seq("Work", msg("A", "B", "work").then("Work"))),
                                msg("A", "B", "rest").then(seq("Rest", msg("C", "B", "go"))))));
    }

    /** A role that can take either of two messages and only one of them means what it seems to. */
    private static List<Known> races() {
        return List.of(
                rejected(
                        RECEIVE_RACE,
                        "R takes the two in an order of its own (Li et al., CAV 2023, section 2)",
                        choice(
                                "Race",
                                "P",
                                msg("P", "Q", "x").then(seq("X", msg("Q", "R", "o"), msg("P", "R", "o"))),
                                msg("P", "Q", "y").then(seq("Y", msg("P", "R", "o"), msg("Q", "R", "o"))))),
                rejected(
                        RECEIVE_RACE,
                        "nothing on the way from P to R is before b",
                        choice(
                                "NotHidden",
                                "P",
                                msg("P", "Q", "x").then(seq("X", msg("Q", "R", "a"), msg("P", "R", "b"))),
                                msg("P", "Q", "y").then(seq("Y", msg("P", "R", "b"), msg("Q", "R", "d"))))),
                rejected(
                        RECEIVE_RACE,
                        "T, and so S, is free to go on after k2, though after k1 it waits for R: one state, two sets of waiting roles",
                        waysToTheSameState("FreeOnOneWay", msg("Q", "T", "y"))),
                rejected(
                        RECEIVE_RACE,
                        "b may overtake a after any number of rounds between Q and S",
                        choice(
                                "RaceAfterLoop",
                                "Q",
                                msg("Q", "S", "one")
                                        .then(seq(
                                                "One",
                                                msg("Q", "R", "a"),
                                                run(choice(
                                                        "Round",
                                                        "Q",
                                                        msg("Q", "S", "again").then("Round"),
                                                        msg("Q", "S", "stop"))),
                                                msg("S", "R", "b"))),
                                msg("Q", "S", "two").then(seq("Two", msg("S", "R", "b"), msg("Q", "R", "c"))))));
    }

    /** In one branch R hears a from Q, in the other b from S; in the first, S sends b when T says so after one of two ways. */
    private static Block waysToTheSameState(String name, Protocols.Line second) {
        return choice(
                name,
                "Q",
                msg("Q", "S", "one")
                        .then(seq(
                                "One",
                                msg("Q", "R", "a"),
                                run(choice(
                                        "Way",
                                        "Q",
                                        msg("Q", "R", "k1").then(seq("First", msg("R", "T", "x"))),
                                        msg("Q", "R", "k2").then(seq("Second", second)))),
                                msg("T", "S", "go"),
                                msg("S", "R", "b"))),
                msg("Q", "S", "two").then(seq("Two", msg("S", "R", "b"), msg("Q", "R", "c"))));
    }

    /** A role that can take either of two messages, and the wrong one cannot be there. */
    private static List<Known> noRaces() {
        return List.of(
                complete(
                        "in each branch the second message comes only after R's reply (Li et al., CAV 2023, section 2)",
                        choice(
                                "RaceWithReply",
                                "P",
                                msg("P", "Q", "x")
                                        .then(seq("X", msg("Q", "R", "o"), msg("R", "P", "o"), msg("P", "R", "o"))),
                                msg("P", "Q", "y")
                                        .then(seq("Y", msg("P", "R", "o"), msg("R", "Q", "o"), msg("Q", "R", "o"))))),
                complete(
                        "b is behind c on the way from P to R, so R does not see it before it has taken a and c",
                        choice(
                                "HiddenBehindFifo",
                                "P",
                                msg("P", "Q", "x")
                                        .then(seq("X", msg("Q", "R", "a"), msg("P", "R", "c"), msg("P", "R", "b"))),
                                msg("P", "Q", "y").then(seq("Y", msg("P", "R", "b"), msg("Q", "R", "d"))))),
                complete(
                        "P waits for S, who waits for R: b cannot be there before R has taken a",
                        choice(
                                "BlockedInTurn",
                                "P",
                                msg("P", "Q", "x")
                                        .then(seq(
                                                "X",
                                                msg("Q", "R", "a"),
                                                msg("R", "S", "go"),
                                                msg("S", "P", "go"),
                                                msg("P", "R", "b"))),
                                msg("P", "Q", "y").then(seq("Y", msg("P", "R", "b"), msg("Q", "R", "d"))))),
                complete(
                        "T, and so S, waits for R either way",
                        waysToTheSameState("BlockedOnEachWay", msg("R", "T", "y"))),
                complete(
                        "R listens to P for b, and what is there from P may be one for later: R has to look at Q first",
                        choice(
                                "LaterMessageAtTheHead",
                                "P",
                                msg("P", "Q", "one").then(seq("One", msg("P", "R", "first"))),
                                msg("P", "Q", "two").then(seq("Two", msg("Q", "R", "x"), msg("P", "R", "later"))))));
    }

    /** Implementable, though no syntactic merge can see it. */
    private static List<Known> completeOnly() {
        return List.of(
                complete(
                        "R counts the o's modulo two (Li et al., CAV 2023, section 2: the odd-even protocol)",
                        choice(
                                "OddEven",
                                "P",
                                msg("P", "Q", "o").then(seq("Odd", msg("Q", "R", "o"), run(pairs("Odds", "odd")))),
                                msg("P", "Q", "m").then(pairs("Evens", "even")))),
                complete(
                        "whom the server turns to is told so, the others are told nothing (Majumdar et al., CONCUR 2021)",
                        seq(
                                "LoadBalancing",
                                msg("Client", "Server", "request"),
                                run(choice(
                                        "Assign",
                                        "Server",
                                        msg("Server", "Worker1", "work1")
                                                .then(seq(
                                                        "By1",
                                                        msg("Worker1", "Client", "reply")
                                                                .then("LoadBalancing"))),
                                        msg("Server", "Worker2", "work2")
                                                .then(seq(
                                                        "By2",
                                                        msg("Worker2", "Client", "reply")
                                                                .then("LoadBalancing"))))))));
    }

    private static Block pairs(String name, String verdict) {
        return choice(
                name,
                "P",
                msg("P", "Q", "o")
                        .then(seq(
                                name + "Two",
                                msg("Q", "R", "o"),
                                msg("Q", "R", "o").then(name))),
                msg("P", "Q", "b").then(seq(name + "End", msg("Q", "R", "b"), msg("R", "P", verdict))));
    }
}
