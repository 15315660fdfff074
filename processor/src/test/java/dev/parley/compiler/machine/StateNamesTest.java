package dev.parley.compiler.machine;

import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.Protocols.Block;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateNamesTest {

    @Test
    void nameABlocksStateByTheBlockAndTheRestByLabels() {
        Block main = seq(
                "Main",
                msg("A", "B", "hello"),
                msg("B", "A", "offer"),
                run(choice(
                        "Haggle",
                        "A",
                        msg("A", "B", "counter")
                                .then(seq("Answer", msg("B", "A", "price").then("Haggle"))),
                        msg("A", "B", "deal"))));

        assertThat(names(main, "A")).containsExactly("Start", "BeforeOffer", "Offer", "Haggle", "Answer", "Price");
        assertThat(names(main, "B")).containsExactly("Start", "Hello", "Haggle", "Counter", "Deal", "Answer");
    }

    @Test
    void giveAContestedNameToTheBlockAndCallTheMessageAMessage() {
        Block main = seq("Main", msg("A", "B", "quote").then(seq("Quote", msg("B", "A", "quote"))));

        assertThat(names(main, "B")).containsExactly("Start", "QuoteMessage", "Quote");
    }

    @Test
    void countWhereOneBlockRepeatsALabel() {
        Block main = seq("Main", msg("A", "B", "ping"), msg("A", "B", "ping"), msg("A", "B", "ping"));

        assertThat(names(main, "B")).containsExactly("Start", "Ping", "Ping2", "Ping3");
    }

    @Test
    void tellTwoExpansionsOfABlockApartByTheStepsThatLeadThere() {
        Block login = seq("Login", msg("A", "B", "user"), msg("B", "A", "granted"));
        Block main = seq("Main", run(login), msg("A", "B", "work"), run("Login"));

        assertThat(names(main, "A"))
                .containsExactly(
                        "Login", "BeforeGranted", "Granted", "Login2Login", "Login2BeforeGranted", "Login2Granted");
    }

    @Test
    void keepNamesApartOnFileSystemsWithoutCase() {
        Block main = seq("Main", msg("A", "B", "ping"), msg("B", "A", "x"), msg("A", "B", "PING"));

        assertThat(names(main, "B").stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void leaveTheNamesAloneThatEveryRoleHas() {
        Block main = seq("Main", msg("A", "B", "received"), msg("B", "A", "x"), msg("A", "B", "ended"));

        assertThat(names(main, "B")).containsExactly("Start", "ReceivedMessage", "BeforeEnded", "EndedMessage");
    }

    @Test
    void doNotChangeElsewhereWhenABlockIsAdded() {
        Block before = seq("Main", msg("A", "B", "one", INT), run(seq("Work", msg("B", "A", "two"))));
        Block after = seq(
                "Main",
                msg("A", "B", "one", INT),
                run(choice(
                        "Extra",
                        "B",
                        msg("B", "A", "yes").then(seq("More", msg("A", "B", "three"))),
                        msg("B", "A", "no"))),
                run(seq("Work", msg("B", "A", "two"))));

        assertThat(names(after, "A")).containsAll(List.of("Start", "Work", "Two"));
        assertThat(names(before, "A")).contains("Start", "Two");
    }

    /** Returns the names of the generated types of a role's states and messages, in breadth-first order. */
    private static List<String> names(Block main, String role) {
        StateMachine machine = ProtocolCompiler.compile(protocol(main)).value().orElseThrow().machines().stream()
                .filter(each -> each.role().value().equals(role))
                .findFirst()
                .orElseThrow();
        return machine.states().stream()
                .flatMap(state -> Stream.concat(
                        state.ownType() ? Stream.of(state.name()) : Stream.of(),
                        state.transitions().stream().map(Transition::typeName).filter(name -> !name.isEmpty())))
                .distinct()
                .toList();
    }
}
