package dev.parley.samples.smtp;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.transport.StreamTransport;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends mails: plays the client of {@link Smtp} against whoever plays the server at the other end of a socket. */
public final class Mailer {

    /** How long a server may take for a reply; it needs it when it has got a whole mail (RFC 5321, section 4.5.3.2.6). */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<Delivery> deliveries = new ArrayList<>();

    private Mailer() {}

    /**
     * Sends mails over one connection, which is not encrypted.
     *
     * @param host where the server is
     * @param port its port, mostly 25
     * @param domain who we are: a domain name, or an address in brackets
     * @param mails the mails
     * @return what became of each, in their order
     * @throws IOException if there is no connection, or the server does not let us in
     * @throws dev.parley.runtime.SessionCancelledException if the connection is lost or the server breaks the protocol; the cause says how
     */
    public static List<Delivery> send(String host, int port, String domain, List<Mail> mails) throws IOException {
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            SessionOptions options =
                    SessionOptions.defaults().remote("Server", StreamTransport.over(socket, new SmtpCodec()));
            try (SmtpSession session = SmtpSession.open(options)) {
                return play(session.client(), domain, mails);
            }
        }
    }

    /** Plays the client from the beginning to the end. */
    static List<Delivery> play(SmtpClient.Greeting start, String domain, List<Mail> mails) throws IOException {
        Mailer mailer = new Mailer();
        SmtpClient.Mailing mailing = start.receive().match(ready -> introduce(ready, domain), Mailer::leave);
        for (Mail mail : mails) {
            mailing = mailer.send(mailing, mail);
        }
        mailing.quit().receive();
        return mailer.deliveries;
    }

    private static SmtpClient.Mailing introduce(SmtpClient.Hello hello, String domain) throws IOException {
        return hello.ehlo(domain)
                .receive()
                .match(
                        welcome -> welcome,
                        refused -> refused.helo(domain).receive().match(welcome -> welcome, Mailer::leave));
    }

    private static SmtpClient.Mailing leave(SmtpClient.Refused refused) throws IOException {
        Reply reply = refused.reply();
        refused.quit().receive();
        throw new IOException("The server does not let us in: " + reply);
    }

    private SmtpClient.Mailing send(SmtpClient.Mailing mailing, Mail mail) {
        return mailing.mail(mail.sender()).receive().match(taken -> address(taken, mail), refused -> {
            deliveries.add(new Delivery(mail, Map.of(), refused.reply()));
            return refused;
        });
    }

    private SmtpClient.Mailing address(SmtpClient.Recipients first, Mail mail) {
        SmtpClient.Recipients recipients = first;
        Map<String, Reply> refusals = new LinkedHashMap<>();
        for (String address : mail.recipients()) {
            recipients = recipients.recipient(address).receive().match(taken -> taken, refused -> {
                refusals.put(address, refused.reply());
                return refused;
            });
        }
        if (refusals.keySet().containsAll(mail.recipients())) {
            Reply last = List.copyOf(refusals.values()).get(refusals.size() - 1);
            return giveUp(recipients, new Delivery(mail, refusals, last));
        }
        return recipients
                .data()
                .receive()
                .match(
                        goAhead -> deliver(goAhead, mail, refusals),
                        refused -> giveUp(refused, new Delivery(mail, refusals, refused.reply())));
    }

    private SmtpClient.Mailing giveUp(SmtpClient.Recipients recipients, Delivery delivery) {
        deliveries.add(delivery);
        return recipients.reset().receive();
    }

    private SmtpClient.Mailing deliver(SmtpClient.Content content, Mail mail, Map<String, Reply> refusals) {
        return content.content(mail.content())
                .receive()
                .match(
                        taken -> {
                            deliveries.add(new Delivery(mail, refusals, taken.reply()));
                            return taken;
                        },
                        refused -> {
                            deliveries.add(new Delivery(mail, refusals, refused.reply()));
                            return refused;
                        });
    }

    /**
     * Sends what comes on the standard input, and prints what became of it.
     *
     * @param args host, port, sender, subject and the recipients
     * @throws IOException if the server cannot be reached, or does not let us in
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 5) {
            System.err.println("""
                    Sends the text on the standard input as a mail. Arguments:
                      host port sender subject recipient...
                    such as
                      localhost 2525 emma@example.org 'Tea at five?' friend@example.org""");
            return;
        }
        String text = new String(System.in.readAllBytes(), Charset.defaultCharset());
        List<String> recipients = Arrays.asList(args).subList(4, args.length);
        Mail mail = Mail.text(args[2], recipients, args[3], text);
        for (Delivery delivery : send(args[0], Integer.parseInt(args[1]), "localhost", List.of(mail))) {
            System.out.println("delivered to " + delivery.delivered() + ": " + delivery.outcome());
            delivery.refusals()
                    .forEach((recipient, reply) -> System.out.println("refused " + recipient + ": " + reply));
        }
    }
}
