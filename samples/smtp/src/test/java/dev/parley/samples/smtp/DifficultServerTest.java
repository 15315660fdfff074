package dev.parley.samples.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.SessionCancelledException;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against servers that refuse, break the protocol, or go away. */
@Timeout(60)
class DifficultServerTest {

    private static final String READY = "220 ready\r\n";
    private static final String OK = "250 ok\r\n";
    private static final String NO = "550 no\r\n";
    private static final String GO_AHEAD = "354 go ahead\r\n";
    private static final String BYE = "221 bye\r\n";

    private static final Mail TO_TWO = new Mail(
            "emma@example.org", List.of("anna@example.org", "ben@example.org"), "Subject: tea\r\n\r\nAt five.\r\n");

    @Test
    void deliversToTheOthersWhereOneIsRefused() throws Exception {
        try (ScriptedServer server = new ScriptedServer(READY, OK, OK, NO, OK, GO_AHEAD, OK, BYE)) {
            List<Delivery> deliveries = send(server, TO_TWO);

            assertThat(deliveries).singleElement().satisfies(delivery -> {
                assertThat(delivery.delivered()).containsExactly("ben@example.org");
                assertThat(delivery.refusals().get("anna@example.org")).isEqualTo(new Reply(550, List.of("no")));
            });
            assertThat(server.heard())
                    .containsExactly(
                            "EHLO client.example.org",
                            "MAIL FROM:<emma@example.org>",
                            "RCPT TO:<anna@example.org>",
                            "RCPT TO:<ben@example.org>",
                            "DATA",
                            "Subject: tea",
                            "",
                            "At five.",
                            ".",
                            "QUIT");
        }
    }

    @Test
    void goesOnWithTheNextMailWhereAllAreRefused() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(READY, OK, OK, NO, "551 moved\r\n", OK, OK, OK, OK, GO_AHEAD, OK, BYE)) {
            List<Delivery> deliveries = send(server, TO_TWO, TO_TWO);

            assertThat(deliveries.get(0).delivered()).isEmpty();
            assertThat(deliveries.get(0).refusals()).hasSize(2);
            assertThat(deliveries.get(0).outcome()).hasToString("551 moved");
            assertThat(deliveries.get(1).delivered()).hasSize(2);
            assertThat(server.heard())
                    .containsSubsequence("RSET", "DATA", "QUIT")
                    .containsOnlyOnce("DATA");
        }
    }

    @Test
    void goesOnWithTheNextMailWhereTheServerDoesNotWantTheContent() throws Exception {
        try (ScriptedServer server = new ScriptedServer(READY, OK, OK, OK, OK, NO, OK, OK, OK, OK, GO_AHEAD, OK, BYE)) {
            List<Delivery> deliveries = send(server, TO_TWO, TO_TWO);

            assertThat(deliveries.get(0).delivered()).isEmpty();
            assertThat(deliveries.get(0).refusals()).isEmpty();
            assertThat(deliveries.get(0).outcome()).hasToString("550 no");
            assertThat(deliveries.get(1).delivered()).hasSize(2);
            assertThat(server.heard()).containsSubsequence("DATA", "RSET", "DATA", "QUIT");
        }
    }

    @Test
    void goesOnWithTheNextMailWhereTheSenderOrTheContentIsRefused() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                READY, OK, NO, OK, OK, OK, GO_AHEAD, "452 disk full\r\n", OK, OK, OK, GO_AHEAD, OK, BYE)) {
            List<Delivery> deliveries = send(server, TO_TWO, TO_TWO, TO_TWO);

            assertThat(deliveries)
                    .extracting(delivery -> delivery.outcome().code())
                    .containsExactly(550, 452, 250);
            assertThat(deliveries)
                    .extracting(delivery -> delivery.delivered().size())
                    .containsExactly(0, 0, 2);
        }
    }

    @Test
    void speaksTheOldWayWithAnOldServer() throws Exception {
        try (ScriptedServer server = new ScriptedServer(READY, "502 what?\r\n", OK, OK, OK, OK, GO_AHEAD, OK, BYE)) {
            assertThat(send(server, TO_TWO).get(0).delivered()).hasSize(2);
            assertThat(server.heard()).startsWith("EHLO client.example.org", "HELO client.example.org");
        }
    }

    @Test
    void leavesAServerThatDoesNotLetItIn() throws Exception {
        try (ScriptedServer server = new ScriptedServer("554-go\r\n554 away\r\n", BYE)) {
            assertThatThrownBy(() -> send(server, TO_TWO))
                    .isInstanceOf(IOException.class)
                    .hasMessage("The server does not let us in: 554 go / away");
            assertThat(server.heard()).containsExactly("QUIT");
        }
    }

    @Test
    void failsWhereTheServerHangsUp() throws Exception {
        try (ScriptedServer server = new ScriptedServer(READY, OK, OK, "")) {
            assertThatThrownBy(() -> send(server, TO_TWO))
                    .isInstanceOf(SessionCancelledException.class)
                    .cause()
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("RecipientReply")
                    .hasMessageContaining("recipientTaken(Reply reply) from Server");
        }
    }

    @Test
    void failsWhereTheServerHangsUpWithinAReply() throws Exception {
        try (ScriptedServer server = new ScriptedServer(READY, "250-one\r\n250-t")) {
            assertThatThrownBy(() -> send(server, TO_TWO))
                    .cause()
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("in the middle of a line: 250-t");
        }
    }

    @Test
    void failsWhereTheServerSaysThatItGoes() throws Exception {
        try (ScriptedServer server = new ScriptedServer(READY, OK, "421 closing time\r\n")) {
            assertThatThrownBy(() -> send(server, TO_TWO))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("The server closes the connection: 421 closing time");
        }
    }

    @Test
    void saysWhatWasDueWhereAReplyIsOutOfPlace() throws Exception {
        try (ScriptedServer server = new ScriptedServer(READY, OK, GO_AHEAD)) {
            assertThatThrownBy(() -> send(server, TO_TWO))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("'354 go ahead'")
                    .hasMessageContaining("senderTaken (2yz), refused (4yz or 5yz)");
        }
    }

    @Test
    void failsWhereTheServerSpeaksAnotherProtocol() throws Exception {
        try (ScriptedServer server = new ScriptedServer("SSH-2.0-OpenSSH_9.2\r\n")) {
            assertThatThrownBy(() -> send(server, TO_TWO))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no reply of SMTP: SSH-2.0-OpenSSH_9.2");
        }
    }

    @Test
    void failsWhereAReplyNeverEnds() throws Exception {
        try (ScriptedServer server = new ScriptedServer("220-" + "x".repeat(1_000_000))) {
            assertThatThrownBy(() -> send(server, TO_TWO))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not end: 220-xxx");
        }
    }

    @Test
    void sendsNothingThatTheServerCouldTakeForACommand() {
        for (String address : List.of("a@b>\r\nDATA", "a@b> SIZE=1", "a@b\nQUIT", "ä@b")) {
            assertThatThrownBy(() -> new Mail(address, List.of("anna@example.org"), ""))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Mail("", List.of(address), "")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void ignoresWhatOtherServersMightTakeForTheEndOfAMail() throws Exception {
        Mail smuggler = new Mail("", TO_TWO.recipients(), "Subject: two\r\n\r\none\n.\nMAIL FROM:<>\r.\r\n");
        try (ScriptedServer server = new ScriptedServer(READY, OK, OK, OK, OK, GO_AHEAD, OK, BYE)) {
            assertThat(send(server, smuggler).get(0).delivered()).hasSize(2);
            assertThat(server.heard())
                    .endsWith("DATA", "Subject: two", "", "one", "..", "MAIL FROM:<>", "..", ".", "QUIT");
        }
    }

    private static List<Delivery> send(ScriptedServer server, Mail... mails) throws IOException {
        return Mailer.send(server.host(), server.port(), "client.example.org", List.of(mails));
    }
}
