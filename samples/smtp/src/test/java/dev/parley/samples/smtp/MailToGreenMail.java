package dev.parley.samples.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** Runs the mailer with the arguments given, or, without any, against a server of its own. */
public final class MailToGreenMail {

    private MailToGreenMail() {}

    /**
     * Sends a mail and prints what has arrived.
     *
     * @param args those of {@link Mailer#main}; or none
     * @throws Exception if that fails
     */
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            Mailer.main(args);
            return;
        }
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            int port = server.getSmtp().getPort();
            List<String> friends = List.of("friend@example.org", "x".repeat(5_000) + "@example.org");
            Mail mail = Mail.text("emma@example.org", friends, "Tea at five \u2615", "There will be cake.\n\nEmma\n");
            System.out.println("sending to localhost:" + port);
            for (Delivery delivery : Mailer.send("localhost", port, "localhost", List.of(mail))) {
                System.out.println("delivered to " + delivery.delivered());
                delivery.refusals()
                        .forEach(
                                (who, reply) -> System.out.println("refused " + who.substring(0, 5) + "...: " + reply));
            }
            for (MimeMessage received : server.getReceivedMessages()) {
                System.out.println("arrived: " + received.getSubject());
            }
        } finally {
            server.stop();
        }
    }
}
