package dev.parley.samples.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real server. */
@Timeout(60)
class MailerTest {

    private static final String EMMA = "emma@example.org";

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void deliversEveryByteToEveryRecipient() throws Exception {
        List<String> friends = List.of("anna@example.org", "ben@example.org", "cleo@example.org");
        String body = String.join(
                "\r\n", ".", "..", "...dots", "a.b", "", " .", "x".repeat(5_000), "", ".QUIT", "QUIT", "last line");
        Mail mail = new Mail(EMMA, friends, "Subject: dots\r\n\r\n" + body + "\r\n");

        List<Delivery> deliveries = send(mail);

        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.delivered()).isEqualTo(friends);
            assertThat(delivery.refusals()).isEmpty();
        });
        for (String friend : friends) {
            assertThat(inbox(friend))
                    .singleElement()
                    .satisfies(received -> assertThat(body(received)).isEqualTo(body));
        }
    }

    @Test
    void deliversAnyCharacter() throws Exception {
        String subject =
                "Grüße aus Łódź, 日本 und von 🐙: " + "ünd so weiter ".repeat(10).strip();
        String text = "Zeile eins: äöü\n.Zeile zwei: 日本語\n\n🐙".repeat(100) + "\n";

        assertThat(send(Mail.text(EMMA, List.of("anna@example.org"), subject, text)))
                .allSatisfy(delivery -> assertThat(delivery.delivered()).hasSize(1));

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(subject);
        assertThat(received.getContent()).isEqualTo(text.replace("\n", "\r\n"));
        assertThat(received.getSentDate()).isNotNull();
        assertThat(received.getFrom()).extracting(Object::toString).containsExactly(EMMA);
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.org");
    }

    @Test
    void sendsSeveralMailsOverOneConnection() throws Exception {
        List<Delivery> deliveries = send(
                Mail.text(EMMA, List.of("anna@example.org"), "first", "1"),
                Mail.text("", List.of("ben@example.org"), "second", "2"),
                Mail.text(EMMA, List.of("anna@example.org"), "third", "3"));

        assertThat(deliveries).extracting(delivery -> delivery.outcome().code()).containsExactly(250, 503, 250);
        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getSubject)
                .containsExactly("first", "third");
    }

    @Test
    void deliversToTheOthersWhereOneIsRefused() throws Exception {
        String endless = "x".repeat(5_000) + "@example.org"; // more than this server takes in a line

        List<Delivery> deliveries =
                send(Mail.text(EMMA, List.of("anna@example.org", endless, "ben@example.org"), "hello", "hello"));

        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.delivered()).containsExactly("anna@example.org", "ben@example.org");
            assertThat(delivery.refusals()).containsOnlyKeys(endless);
            assertThat(delivery.refusals().get(endless)).hasToString("500 Command too long.  4096 character maximum.");
        });
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    private List<Delivery> send(Mail... mails) throws Exception {
        return Mailer.send("localhost", server.getSmtp().getPort(), "[127.0.0.1]", List.of(mails));
    }

    private List<MimeMessage> inbox(String address) throws Exception {
        return server
                .getManagers()
                .getImapHostManager()
                .getInbox(server.getUserManager().getUserByEmail(address))
                .getMessages()
                .stream()
                .map(StoredMessage::getMimeMessage)
                .toList();
    }

    private static String body(MimeMessage mail) throws Exception {
        return new String(mail.getRawInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
