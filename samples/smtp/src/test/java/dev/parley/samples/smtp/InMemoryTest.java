package dev.parley.samples.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client does not know whether its server is remote: here it is a program in the same process. */
@Timeout(60)
class InMemoryTest {

    private static final Reply OK = new Reply(250, List.of("ok"));

    private final List<String> received = new ArrayList<>();

    @Test
    void playsAgainstAServerInTheSameProcess() throws Exception {
        Mail mail = Mail.text("emma@example.org", List.of("anna@example.org", "nobody@example.org"), "tea", "at five");
        List<Delivery> deliveries = new ArrayList<>();

        SmtpSession.run(client -> deliveries.addAll(Mailer.play(client, "here", List.of(mail, mail))), this::serve);

        assertThat(deliveries)
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.delivered()).containsExactly("anna@example.org"));
        assertThat(received).containsExactly(mail.content(), mail.content());
    }

    private void serve(SmtpServer.Greeting start) {
        SmtpServer.Mailing mailing =
                start.ready(new Reply(220, List.of("hello"))).receive().welcome(OK);
        while (true) {
            SmtpServer.Mailing.Received command = mailing.receive();
            if (command instanceof SmtpServer.Mail mail) {
                mailing = take(mail.senderTaken(OK));
            } else if (command instanceof SmtpServer.Quit quit) {
                quit.bye(new Reply(221, List.of("bye")));
                return;
            }
        }
    }

    private SmtpServer.Mailing take(SmtpServer.Recipients first) {
        SmtpServer.Recipients recipients = first;
        while (true) {
            SmtpServer.Recipients.Received command = recipients.receive();
            if (command instanceof SmtpServer.Recipient recipient) {
                recipients = recipient.address().startsWith("nobody")
                        ? recipient.refused(new Reply(550, List.of("unknown")))
                        : recipient.recipientTaken(OK);
            } else if (command instanceof SmtpServer.Data data) {
                SmtpServer.ContentMessage content =
                        data.goAhead(new Reply(354, List.of("go ahead"))).receive();
                received.add(content.lines());
                return content.mailTaken(OK);
            } else if (command instanceof SmtpServer.Reset reset) {
                return reset.forgotten(OK);
            }
        }
    }
}
