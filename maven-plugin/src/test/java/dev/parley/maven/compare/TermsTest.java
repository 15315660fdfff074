package dev.parley.maven.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages are marked with, and how many play a family, is compared beside what roles do. */
class TermsTest {

    @TempDir
    private Path directory;

    private static String sale(String marks) {
        return Versions.protocol("Sale", "", """
                Deal deal();
                @Choice(at = Client.class)
                interface Deal {
                    @Message(from = Client.class, to = Server.class) void leave();
                    %s @Message(from = Client.class, to = Server.class) void buy();
                }
                """.formatted(marks));
    }

    private static String poll(String family) {
        return Versions.protocol("Poll", "", """
                @Role %s interface Voter {}
                @Message(from = Client.class, to = {Server.class, Voter.class}) void question(String text);
                @Message(from = Voter.class, to = Server.class) void answer(boolean yes);
                """.formatted(family));
    }

    /** Returns what is said beside that each role may be upgraded at any time. */
    private List<String> compare(String before, String after) {
        return Comparison.compare(Versions.of(directory, before), Versions.of(directory, after), 2).stream()
                .map(Finding::message)
                .filter(message -> !message.contains("may be upgraded before the others or after them"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | @Guard(capability = \"shop:buy\")"
                        + " | [ORDERED] shop.Sale: Client: buy() needs shop:buy: grant it before programs of the role are upgraded",
                "@Guard(capability = \"shop:buy\") | @Guard(capability = \"shop:pay\")"
                        + " | [ORDERED] shop.Sale: Client: buy() needs shop:pay instead of shop:buy: grant it before programs of the role are upgraded",
                "@Guard(capability = \"shop:buy\") | '' | [COMPATIBLE] shop.Sale: Client: buy() no longer needs shop:buy",
                "@Guard(flowCost = 5) | @Guard(flowCost = 9)"
                        + " | [ORDERED] shop.Sale: Client: buy() costs 9, and did cost 5: raise the budget before programs of the role are upgraded",
                "@Guard(flowCost = 9) | @Guard(flowCost = 5) | [COMPATIBLE] shop.Sale: Client: buy() costs 5, and did cost 9",
                "'' | @Guard(journal = \"bought\") | [COMPATIBLE] shop.Sale: Client: buy() is recorded as bought",
                "@Guard(journal = \"bought\") | @Guard(journal = \"paid\")"
                        + " | [ORDERED] shop.Sale: Client: buy() is recorded as paid instead of bought:"
                        + " let those who read facts know before programs of the role are upgraded",
                "@Guard(journal = \"bought\") | ''"
                        + " | [ORDERED] shop.Sale: Client: buy() is no longer recorded as bought:"
                        + " let those who read facts know before programs of the role are upgraded",
                "@Timeout(\"5s\") | @Timeout(\"9s\")"
                        + " | [COMPATIBLE] shop.Sale: Client: buy() is sent by the clock after 9s instead of 5s:"
                        + " peers see the same message, sooner or later",
                "@Timeout(\"5s\") | '' | [COMPATIBLE] shop.Sale: Client: buy() is no longer sent by the clock:"
                        + " peers see the same message, sooner or later",
            })
    void whatIsAskedOfTheSenderIsNothingToPeers(String before, String after, String finding) {
        assertThat(compare(sale(before), sale(after))).containsExactly(finding);
    }

    @Test
    void phasesAreWhatEachProcessReports() {
        assertThat(compare(sale("@Phase(\"sale\")"), sale("@Phase(\"cash desk\")")))
                .containsExactly(
                        "[COMPATIBLE] shop.Sale: Client: buy() is in phase cash desk instead of sale:"
                                + " each process reports the phases of its own version",
                        "[COMPATIBLE] shop.Sale: Server: buy() is in phase cash desk instead of sale:"
                                + " each process reports the phases of its own version");
    }

    @Test
    void marksOfTheSameMessageElsewhereAreTheirOwn() {
        String twice = Versions.protocol("Twice", "", """
                @Guard(capability = "a:one") @Message(from = Client.class, to = Server.class) void go();
                @Message(from = Server.class, to = Client.class) void went();
                @Guard(capability = "a:two") @Message(from = Client.class, to = Server.class, label = "go") void again();
                """);
        String exchanged =
                twice.replace("a:one", "a:three").replace("a:two", "a:one").replace("a:three", "a:two");

        assertThat(compare(twice, exchanged))
                .containsExactly(
                        "[ORDERED] shop.Twice: Client: go() needs a:two instead of a:one:"
                                + " grant it before programs of the role are upgraded",
                        "[ORDERED] shop.Twice: Client: go() needs a:one instead of a:two:"
                                + " grant it before programs of the role are upgraded");
    }

    @Test
    void theLeastNumberOfMembersMattersToWhoeverOpensSessions() {
        assertThat(compare(poll("@Family(min = 1)"), poll("@Family(min = 2)")))
                .containsExactly("[ORDERED] shop.Poll: family Voter has at least 2 members, and had 1:"
                        + " let nobody open sessions with fewer before roles are upgraded");
        assertThat(compare(poll("@Family(min = 1)"), poll("@Family(min = 0)")))
                .containsExactly("[ORDERED] shop.Poll: family Voter may have only 0 members, and had at least 1:"
                        + " let nobody open sessions with fewer until all roles are upgraded");
    }

    @Test
    void aFamilyIsNotOneParticipant() {
        assertThat(compare(poll(""), poll("@Family")))
                .containsExactly("[BREAKING] shop.Poll: role Voter is a family, and was one participant:"
                        + " old and new peers count differently who plays it");
    }
}
