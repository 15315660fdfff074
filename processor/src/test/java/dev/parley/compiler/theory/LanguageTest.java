package dev.parley.compiler.theory;

import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {

    /** A asks B, by x or by y, and B then tells C which it was; C acknowledges to A whatever it was. */
    private final Language language = new Language(ReferenceAutomaton.of(protocol(choice(
            "Relay",
            "A",
            msg("A", "B", "x")
                    .then(seq("X", msg("B", "C", "x"), msg("C", "A", "ack").then("Relay"))),
            msg("A", "B", "y").then(seq("Y", msg("B", "C", "y"), msg("C", "A", "ack")))))));

    /** Two messages from A that neither role waits for the other to take. */
    private final Language twoReceivers = new Language(
            ReferenceAutomaton.of(protocol(seq("Two", msg("A", "B", "x"), msg("A", "C", "x"), msg("B", "C", "y")))));

    @Test
    void hasTheGlobalTracesAndTheirPrefixes() {
        List<Event> whole = word("AB!y", "AB?y", "BC!y", "BC?y", "CA!ack", "CA?ack");

        assertThat(language.contains(whole)).isTrue();
        for (int length = 0; length < whole.size(); length++) {
            assertThat(language.hasPrefix(whole.subList(0, length))).isTrue();
            assertThat(language.contains(whole.subList(0, length))).isFalse();
        }
    }

    @Test
    void hasWhatLooksAlikeToEveryRole() {
        assertThat(twoReceivers.contains(word("AB!x", "AC!x", "AC?x", "AB?x", "BC!y", "BC?y")))
                .isTrue();
        assertThat(twoReceivers.hasPrefix(word("AB!x", "AB?x", "BC!y"))).isTrue();
        assertThat(twoReceivers.hasPrefix(word("AB!x", "AB?x", "BC!y", "BC?y")))
                .as("C hears from A first")
                .isFalse();
        assertThat(twoReceivers.hasPrefix(word("AC!x")))
                .as("A sends to B first")
                .isFalse();
    }

    @Test
    void goesOnAfterALoop() {
        assertThat(language.hasPrefix(word("AB!x", "AB?x", "BC!x", "BC?x", "CA!ack", "CA?ack", "AB!y")))
                .isTrue();
        assertThat(language.hasPrefix(word("AB!y", "AB?y", "BC!y", "BC?y", "CA!ack", "CA?ack", "AB!y")))
                .isFalse();
        assertThat(language.hasPrefix(word("AB!x", "AB!y")))
                .as("A waits for ack")
                .isFalse();
    }

    @Test
    void wantsAllRolesToHaveTakenTheSameWay() {
        assertThat(language.hasPrefix(word("AB!x", "AB?x", "BC!y"))).isFalse();
    }

    @Test
    void wantsMessagesSentBeforeTheyAreReceived() {
        assertThat(language.hasPrefix(word("AB?x"))).isFalse();
        assertThat(language.hasPrefix(word("AB!x", "AB?y"))).isFalse();
    }

    /** Each event is sender, receiver, what happens, and the label. */
    private static List<Event> word(String... events) {
        return Arrays.stream(events).map(LanguageTest::event).toList();
    }

    private static Event event(String text) {
        RoleName from = new RoleName(text.substring(0, 1));
        RoleName to = new RoleName(text.substring(1, 2));
        Message message = new Message(new Label(text.substring(3)), List.of());
        return text.charAt(2) == '!'
                ? new Event(from, new Action.Send(to, message))
                : new Event(to, new Action.Receive(from, message));
    }
}
