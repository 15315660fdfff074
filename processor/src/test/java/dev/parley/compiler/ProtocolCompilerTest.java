package dev.parley.compiler;

import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.LONG;
import static dev.parley.compiler.Protocols.STRING;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolCompilerTest {

    @Test
    void givesEachRoleOfTwoBuyerItsMachine() {
        CompiledProtocol compiled = accepted(protocol(seq(
                "TwoBuyer",
                msg("Buyer", "Seller", "title", STRING),
                msg("Seller", "Buyer, Friend", "quote", INT),
                msg("Buyer", "Friend", "share", INT),
                run(choice(
                        "Decision",
                        "Friend",
                        msg("Friend", "Buyer, Seller", "accept", STRING)
                                .then(seq("Delivery", msg("Seller", "Friend", "ship", LONG))),
                        msg("Friend", "Buyer, Seller", "reject"))))));

        assertThat(text(compiled, "Buyer"))
                .containsExactly(
                        "Start: Seller!title(String) BeforeQuote",
                        "BeforeQuote: Seller?quote(int) Quote",
                        "Quote: Friend!share(int) Decision",
                        "Decision: Friend?accept(String) End, Friend?reject() End",
                        "End");
        assertThat(text(compiled, "Seller"))
                .containsExactly(
                        "Start: Buyer?title(String) Title",
                        "Title: Buyer!quote(int) BeforeQuote",
                        "BeforeQuote: Friend!quote(int) Decision",
                        "Decision: Friend?accept(String) Delivery, Friend?reject() End",
                        "Delivery: Friend!ship(long) End",
                        "End");
        assertThat(machine(compiled, "Seller").states().get(2).multicastRest()).isTrue();
    }

    /** Generated members come in this order. */
    @Test
    void keepsAlternativesInTheOrderOfTheText() {
        CompiledProtocol compiled = accepted(protocol(choice(
                "Ask",
                "A",
                run(seq("First", msg("A", "B", "one"), msg("B", "A", "thanks"))),
                msg("A", "B", "two"),
                run(choice("Others", "A", msg("A", "B", "three"), run(seq("Fourth", msg("A", "B", "four"))))),
                msg("A", "B", "five"))));

        assertThat(compiled.machines())
                .allSatisfy(machine -> assertThat(machine.initial().transitions())
                        .extracting(transition ->
                                transition.action().message().label().value())
                        .containsExactly("one", "two", "three", "four", "five"));
    }

    @Test
    void knowsThatACalculatorAlternates() {
        CompiledProtocol compiled = accepted(calculator());

        assertThat(compiled.edges()).extracting(Edge::alternating).containsOnly(true);
        assertThat(compiled.edges())
                .extracting(edge -> edge.bound().orElseThrow())
                .containsOnly(1);
    }

    @Test
    void provesWithTwoRunsThatARoleCannotKnow() {
        Diagnostic found = onlyError(protocol(seq(
                "Unaware",
                run(choice(
                        "Decision",
                        "A",
                        msg("A", "B", "yes").then(seq("Yes", msg("C", "B", "one"))),
                        msg("A", "B", "no").then(seq("No", msg("C", "B", "two"))))))));

        assertThat(found.origin()).hasToString("Yes.one");
        assertThat(found.message()).isEqualTo("""
                        [choice-unaware] C cannot know whether to send one() to B here
                            after this, C sends one() to B:
                              1. A -> B : yes()
                            after this, which looks the same to C, it must not, but has other messages to send:
                              1. A -> B : no()
                          hint: the runs part where A chooses, and C is not told: let C receive a different label in each alternative before this step""");
    }

    @Test
    void seesThatARoleMustEitherWaitOrSend() {
        Diagnostic found = onlyError(protocol(seq(
                "Mixed",
                run(choice(
                        "Decision",
                        "A",
                        msg("A", "B", "go").then(seq("Go", msg("B", "A", "done"))),
                        msg("A", "C", "other").then(seq("Other", msg("B", "C", "help"))))))));

        assertThat(found.id()).isEqualTo(DiagnosticId.CHOICE_UNAWARE);
        assertThat(found.proof()).anyMatch(line -> line.contains("but first has to receive go()"));
    }

    @Test
    void seesThatARoleMayBeDoneOrHaveToSend() {
        Diagnostic found = onlyError(protocol(seq(
                "Done",
                msg("B", "A", "hello"),
                run(choice(
                        "Decision",
                        "A",
                        msg("A", "C", "stop").end(),
                        msg("A", "C", "on").then(seq("On", msg("B", "C", "data"))))))));

        assertThat(found.id()).isEqualTo(DiagnosticId.CHOICE_UNAWARE);
        assertThat(found.proof()).anyMatch(line -> line.contains("but is done"));
    }

    @Test
    void provesARaceWithTheRunInWhichBothMessagesAreUnderWay() {
        Diagnostic found = onlyError(protocol(seq(
                "Race",
                run(choice(
                        "Decision",
                        "A",
                        msg("A", "B", "x").then(seq("X", msg("B", "C", "one"), msg("A", "C", "two"))),
                        msg("A", "B", "y").then(seq("Y", msg("A", "C", "two"), msg("B", "C", "one"))))))));

        assertThat(found.message()).isEqualTo("""
                        [receive-race] C may get two() from A before one() from B, and would take it for the start of another run
                            in this run B -> C : one() comes first,
                            but two() of A can be there before it:
                              1. A -> B : x()
                              2. B -> C : one()
                              3. A -> C : two()
                          hint: give the two messages different labels, or let A wait until C has answered""");
    }

    @Test
    void tellsThatRecursionIsNotTheLastThing() {
        Diagnostic found = onlyError(protocol(seq(
                "Late",
                run(choice(
                        "Loop",
                        "A",
                        msg("A", "B", "more")
                                .then(seq("Body", msg("B", "A", "x").then("Loop"), msg("A", "B", "y"))),
                        msg("A", "B", "stop"))))));

        assertThat(found.id()).isEqualTo(DiagnosticId.RECURSION_NOT_TAIL);
        assertThat(found.origin()).hasToString("Body.x");
        assertThat(found.proof()).containsExactly("the way here: Loop > Body > Loop");
    }

    @Test
    void tellsThatRecursionIsNotGuarded() {
        Diagnostic found = onlyError(protocol(seq("Silent", run(seq("One", run(seq("Two", run("One"))))))));

        assertThat(found.id()).isEqualTo(DiagnosticId.RECURSION_UNGUARDED);
    }

    @Test
    void tellsWhatCanNeverHappen() {
        Diagnostic found =
                onlyError(protocol(seq("Cut", msg("A", "B", "x").end(), msg("A", "B", "y"), msg("A", "B", "z"))));

        assertThat(found.message())
                .startsWith("[step-unreachable] y can never happen: nothing comes back from x, the step before it");
    }

    @Test
    void refusesExpansionsBeyondAllReason() {
        Block block = seq("X0", msg("A", "B", "x"));
        for (int i = 1; i <= 30; i++) {
            block = seq("X" + i, run(block), run(block.name()));
        }

        assertThat(onlyError(protocol(block)).id()).isEqualTo(DiagnosticId.PROTOCOL_SIZE);
    }

    @Test
    void warnsOfSessionsWithoutEnd() {
        List<Diagnostic> found = compile(
                        protocol(seq("Clock", msg("A", "B", "tick").then("Clock"))))
                .diagnostics();

        assertThat(found).extracting(Diagnostic::id).containsExactly(DiagnosticId.SESSION_ENDLESS);
        assertThat(found).noneMatch(Diagnostic::isError);
    }

    @Test
    void warnsOfARoleThatWaitsForEver() {
        List<Diagnostic> found = compile(protocol(seq(
                        "Forgotten",
                        run(choice(
                                "Decision",
                                "A",
                                msg("A", "B", "loop")
                                        .then(seq("Loop", msg("B", "A", "x").then("Loop"))),
                                msg("A", "B", "tell").then(seq("Tell", msg("B", "C", "news"))))))))
                .diagnostics();

        assertThat(found).extracting(Diagnostic::id).containsExactly(DiagnosticId.ROLE_STARVES);
        assertThat(found.get(0).problem()).startsWith("C may wait for ever for news()");
    }

    @Test
    void acceptsARoleThatIsToldWhereItCounts() {
        accepted(protocol(seq(
                "Told",
                run(choice(
                        "Decision",
                        "A",
                        msg("A", "B, C", "yes").then(seq("Yes", msg("C", "B", "one"))),
                        msg("A", "B, C", "no").then(seq("No", msg("C", "B", "two"))))))));
    }

    @Test
    void collectsErrorsOfAllKinds() {
        List<Diagnostic> found = compile(protocol(seq(
                        "Many",
                        msg("A", "A", "self"),
                        run(choice("Same", "A", msg("A", "B", "x"), msg("A", "C", "y"), msg("B", "C", "z"))),
                        msg("A", "B, B", "twice"))))
                .diagnostics();

        assertThat(found)
                .extracting(Diagnostic::id)
                .containsExactly(DiagnosticId.MESSAGE_SELF, DiagnosticId.MESSAGE_RECEIVERS, DiagnosticId.CHOICE_SENDER);
    }

    @Test
    void letsValuesBeLostThatLeaveTheReceiverWhereItWas() {
        assertThat(withEdge(telemetry(), Mode.LATEST_VALUE, WhenFull.BLOCK, 0)).isEmpty();
        assertThat(withEdge(telemetry(), Mode.FIFO, WhenFull.DROP, 8)).isEmpty();
    }

    @Test
    void refusesToLoseTheMessageThatEndsAStream() {
        ProtocolDeclaration stream = protocol(seq(
                "Stream", run(choice("Loop", "A", msg("A", "B", "value", INT).then("Loop"), msg("A", "B", "done")))));

        List<Diagnostic> found = withEdge(stream, Mode.FIFO, WhenFull.DROP, 8);
        assertThat(found).extracting(Diagnostic::id).containsExactly(DiagnosticId.EDGE_LOSSY);
        assertThat(found.get(0).problem())
                .isEqualTo("the edge A -> B may lose done(), and B could not go on without it");
        // Nothing follows the last value, so nothing replaces it.
        assertThat(withEdge(stream, Mode.LATEST_VALUE, WhenFull.BLOCK, 0)).isEmpty();
    }

    @Test
    void refusesEdgesThatMakeNoSense() {
        assertThat(withEdge(telemetry(), Mode.FIFO, WhenFull.BLOCK, -1))
                .extracting(Diagnostic::id)
                .containsExactly(DiagnosticId.EDGE_CAPACITY);
        assertThat(withEdge(telemetry(), Mode.LATEST_VALUE, WhenFull.DROP, 0))
                .extracting(Diagnostic::id)
                .containsExactly(DiagnosticId.EDGE_CAPACITY);
        assertThat(withEdge(telemetry(), Mode.FIFO, WhenFull.RESIZE, 16))
                .extracting(Diagnostic::id)
                .containsExactly(DiagnosticId.EDGE_CAPACITY);
    }

    private static ProtocolDeclaration telemetry() {
        return protocol(seq("Telemetry", msg("A", "B", "value", INT).then("Telemetry")));
    }

    private static ProtocolDeclaration calculator() {
        return protocol(seq(
                "Calculator",
                run(choice(
                        "Ask",
                        "Client",
                        msg("Client", "Server", "add", INT, INT)
                                .then(seq(
                                        "Reply",
                                        msg("Server", "Client", "sum", LONG).then("Ask"))),
                        msg("Client", "Server", "bye").end()))));
    }

    /** Returns the errors of the protocol with its edge from A to B configured. */
    private static List<Diagnostic> withEdge(ProtocolDeclaration plain, Mode mode, WhenFull whenFull, int capacity) {
        Origin origin = Origin.of("@Edge");
        EdgeDeclaration edge = new EdgeDeclaration(
                new Reference("A", origin),
                new Reference("B", origin),
                capacity,
                mode,
                whenFull,
                0,
                origin,
                origin,
                origin);
        ProtocolDeclaration configured = new ProtocolDeclaration(
                plain.packageName(),
                plain.simpleNames(),
                plain.roles(),
                plain.main(),
                plain.blocks(),
                List.of(edge),
                plain.origin());
        return compile(configured).diagnostics().stream()
                .filter(Diagnostic::isError)
                .toList();
    }

    private static Result<CompiledProtocol> compile(ProtocolDeclaration declaration) {
        return ProtocolCompiler.compile(declaration);
    }

    private static CompiledProtocol accepted(ProtocolDeclaration declaration) {
        Result<CompiledProtocol> result = compile(declaration);
        assertThat(result.diagnostics()).isEmpty();
        return result.value().orElseThrow();
    }

    private static Diagnostic onlyError(ProtocolDeclaration declaration) {
        List<Diagnostic> found = compile(declaration).diagnostics().stream()
                .filter(Diagnostic::isError)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static StateMachine machine(CompiledProtocol compiled, String role) {
        return compiled.machines().stream()
                .filter(machine -> machine.role().value().equals(role))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a line for each state of a role: its name, then each action with the name of the state it leads to. */
    private static List<String> text(CompiledProtocol compiled, String role) {
        StateMachine machine = machine(compiled, role);
        return machine.states().stream()
                .map(state -> state.transitions().isEmpty()
                        ? state.name()
                        : state.name() + ": "
                                + String.join(
                                        ", ",
                                        state.transitions().stream()
                                                .map(each -> each.action() + " "
                                                        + machine.states()
                                                                .get(each.target())
                                                                .name())
                                                .toList()))
                .toList();
    }
}
