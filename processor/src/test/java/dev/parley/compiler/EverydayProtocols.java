package dev.parley.compiler;

import static dev.parley.compiler.KnownProtocols.classic;
import static dev.parley.compiler.KnownProtocols.complete;
import static dev.parley.compiler.KnownProtocols.rejected;
import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.LONG;
import static dev.parley.compiler.Protocols.STRING;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static dev.parley.compiler.diagnostic.DiagnosticId.CHOICE_UNAWARE;
import static dev.parley.compiler.diagnostic.DiagnosticId.RECEIVE_RACE;

import dev.parley.compiler.KnownProtocols.Known;
import dev.parley.compiler.Protocols.Block;
import java.util.List;

/** The part of the {@link KnownProtocols} that people have written for purposes other than testing projections. */
final class EverydayProtocols {

    private EverydayProtocols() {}

    /** Protocols as people write them. */
    static List<Known> everyday() {
        return List.of(
                classic(
                        "whoever acts on the decision is told it",
                        seq(
                                "TwoBuyer",
                                msg("Buyer", "Seller", "title", STRING),
                                msg("Seller", "Buyer, Friend", "quote", INT),
                                msg("Buyer", "Friend", "share", INT),
                                run(choice(
                                        "Decision",
                                        "Friend",
                                        msg("Friend", "Buyer, Seller", "accept", STRING)
                                                .then(seq("Delivery", msg("Seller", "Friend", "ship", STRING))),
                                        msg("Friend", "Buyer, Seller", "reject"))))),
                classic(
                        "two roles that take turns",
                        seq(
                                "Calculator",
                                run(choice(
                                        "Ask",
                                        "Client",
                                        msg("Client", "Server", "add", INT, INT)
                                                .then(seq(
                                                        "Reply",
                                                        msg("Server", "Client", "sum", LONG)
                                                                .then("Ask"))),
                                        msg("Client", "Server", "bye").end())))),
                complete(
                        "Buyer and Seller hear the outcome from whoever decided, and never from both",
                        seq(
                                "ThreeBuyer",
                                msg("Buyer", "Seller", "title", STRING),
                                msg("Seller", "Buyer, Friend", "quote", INT),
                                msg("Buyer", "Friend", "share", INT),
                                run(choice(
                                        "Decision",
                                        "Friend",
                                        msg("Friend", "Buyer, Seller", "accept")
                                                .then(seq("Delivery", msg("Seller", "Friend", "ship"))),
                                        msg("Friend", "Third", "help", INT)
                                                .then(choice(
                                                        "Help",
                                                        "Third",
                                                        msg("Third", "Friend, Buyer, Seller", "agree")
                                                                .then(seq("Gift", msg("Seller", "Third", "ship"))),
                                                        msg("Third", "Friend, Buyer, Seller", "refuse"))))))),
                classic(
                        "Authorizer hears from Client whether there is to be a login",
                        choice(
                                "OAuth",
                                "Service",
                                msg("Service", "Client", "login")
                                        .then(seq(
                                                "Login",
                                                msg("Client", "Authorizer", "password", STRING),
                                                msg("Authorizer", "Service", "auth", INT))),
                                msg("Service", "Client", "cancel")
                                        .then(seq("Cancel", msg("Client", "Authorizer", "quit"))))),
                complete(
                        "Hotel need not know how many quotes were asked for; full merge wants it told of each",
                        choice(
                                "TravelAgency",
                                "Customer",
                                msg("Customer", "Agency", "query", STRING)
                                        .then(seq(
                                                "Quote",
                                                msg("Agency", "Customer", "quote", INT)
                                                        .then("TravelAgency"))),
                                msg("Customer", "Agency", "yes")
                                        .then(seq(
                                                "Booking",
                                                msg("Agency", "Hotel", "yes"),
                                                msg("Customer", "Hotel", "payment", INT),
                                                msg("Hotel", "Customer", "ack"))),
                                msg("Customer", "Agency", "no").then(seq("Leave", msg("Agency", "Hotel", "no"))))),
                classic(
                        "each role is told by its neighbour",
                        seq(
                                "Ring",
                                msg("A", "B", "token", INT),
                                msg("B", "C", "token", INT),
                                msg("C", "A", "token", INT).then("Ring"))),
                classic(
                        "the choice travels around the ring",
                        choice(
                                "RingChoice",
                                "A",
                                msg("A", "B", "add", INT)
                                        .then(seq(
                                                "Add",
                                                msg("B", "C", "add", INT),
                                                msg("C", "A", "add", INT).then("RingChoice"))),
                                msg("A", "B", "stop").then(seq("Stop", msg("B", "C", "stop"), msg("C", "A", "stop"))))),
                classic(
                        "two roles; every resend is asked for",
                        seq(
                                "AlternatingBit",
                                run(seq(
                                        "Zero",
                                        msg("Sender", "Receiver", "d0", INT),
                                        run(choice(
                                                "Ack0",
                                                "Receiver",
                                                msg("Receiver", "Sender", "a1").then("Zero"),
                                                msg("Receiver", "Sender", "a0")
                                                        .then(seq(
                                                                "One",
                                                                msg("Sender", "Receiver", "d1", INT),
                                                                run(choice(
                                                                        "Ack1",
                                                                        "Receiver",
                                                                        msg("Receiver", "Sender", "a0")
                                                                                .then("One"),
                                                                        msg("Receiver", "Sender", "a1")
                                                                                .then("Zero"))))))))))),
                classic(
                        "two roles that take turns to propose",
                        seq(
                                "Negotiation",
                                msg("Consumer", "Producer", "propose", STRING),
                                run(choice(
                                        "Answer",
                                        "Producer",
                                        msg("Producer", "Consumer", "accept")
                                                .then(seq("Confirm", msg("Consumer", "Producer", "confirm"))),
                                        msg("Producer", "Consumer", "reject"),
                                        msg("Producer", "Consumer", "propose", STRING)
                                                .then(choice(
                                                        "Counter",
                                                        "Consumer",
                                                        msg("Consumer", "Producer", "accept")
                                                                .then(seq(
                                                                        "Reconfirm",
                                                                        msg("Producer", "Consumer", "confirm"))),
                                                        msg("Consumer", "Producer", "reject"),
                                                        msg("Consumer", "Producer", "propose", STRING)
                                                                .then("Answer"))))))),
                classic("two roles; loops inside loops", smtp()),
                classic(
                        "two roles; any number of headers either way",
                        seq(
                                "Http",
                                msg("Client", "Server", "requestLine", STRING),
                                run(choice(
                                        "Request",
                                        "Client",
                                        msg("Client", "Server", "header", STRING)
                                                .then("Request"),
                                        msg("Client", "Server", "body", STRING))),
                                msg("Server", "Client", "statusLine", INT),
                                run(choice(
                                        "Response",
                                        "Server",
                                        msg("Server", "Client", "header", STRING)
                                                .then("Response"),
                                        msg("Server", "Client", "body", STRING))))));
    }

    private static Block smtp() {
        Block body = choice(
                "Body",
                "Client",
                msg("Client", "Server", "line", STRING).then("Body"),
                msg("Client", "Server", "endOfData"));
        Block recipients = choice(
                "Recipients",
                "Client",
                msg("Client", "Server", "rcpt", STRING)
                        .then(seq("Recipient", msg("Server", "Client", "ok250").then("Recipients"))),
                msg("Client", "Server", "data")
                        .then(seq(
                                "Data",
                                msg("Server", "Client", "go354"),
                                run(body),
                                msg("Server", "Client", "ok250").then("Mail"))));
        Block sender = choice(
                "Sender",
                "Server",
                msg("Server", "Client", "bad501").then("Mail"),
                msg("Server", "Client", "ok250").then(recipients));
        Block mail = choice(
                "Mail",
                "Client",
                msg("Client", "Server", "mail", STRING).then(sender),
                msg("Client", "Server", "quit").then(seq("Quit", msg("Server", "Client", "bye221"))));
        Block hello = choice(
                "Hello", "Server", msg("Server", "Client", "more250").then("Hello"), msg("Server", "Client", "ok250"));
        return seq(
                "Smtp",
                msg("Server", "Client", "ready220"),
                msg("Client", "Server", "ehlo", STRING),
                run(hello),
                run(mail));
    }

    /** What scribble-java finds in its own demonstration protocols, held against the theory. */
    static List<Known> scribble() {
        return List.of(
                rejected(
                        CHOICE_UNAWARE,
                        "C hears the same and has to answer differently (Choice1: rejected there too)",
                        choice(
                                "Choice1",
                                "A",
                                msg("A", "B", "m1").then(seq("One", msg("B", "C", "m3"), msg("C", "A", "m4"))),
                                msg("A", "B", "m2").then(seq("Two", msg("B", "C", "m3"), msg("C", "A", "m5"))))),
                classic(
                        "C hears the same and answers the same (Choice2)",
                        choice(
                                "Choice2",
                                "A",
                                msg("A", "B", "m1").then(seq("One", msg("B", "C", "m3"), msg("C", "A", "m4"))),
                                msg("A", "B", "m2").then(seq("Two", msg("B", "C", "m3"), msg("C", "A", "m4"))))),
                rejected(
                        RECEIVE_RACE,
                        "C may take m3 before m2 (Choice3: rejected there for having two senders, whatever they do)",
                        choice(
                                "Choice3",
                                "A",
                                msg("A", "B", "m1")
                                        .then(seq(
                                                "One", msg("A", "C", "m2"), msg("B", "C", "m3"), msg("C", "A", "m4"))),
                                msg("A", "B", "m1b").then(seq("Two", msg("B", "C", "m3"), msg("C", "A", "m4"))))),
                complete(
                        "C learns the end as end of stream (Choice4: rejected there as unfinished)",
                        choice(
                                "Choice4",
                                "A",
                                msg("A", "B", "m1").then(seq("One", msg("A", "C", "m2"))),
                                msg("A", "B", "m3"))),
                classic(
                        "receivers differ, and both hear from A in the end (LocatedChoice)",
                        choice(
                                "LocatedChoice",
                                "A",
                                msg("A", "B", "m1").then(seq("One", msg("A", "C", "m2"))),
                                msg("A", "C", "m4").then(seq("Two", msg("A", "B", "m3"))))),
                complete(
                        "C may wait for ever, which is a warning (Protocol1b: rejected there for lack of progress)",
                        choice(
                                "Protocol1b",
                                "A",
                                msg("A", "B", "m1")
                                        .then(seq("Loop", msg("A", "B", "m1").then("Loop"))),
                                msg("A", "B", "m2").then(seq("Two", msg("B", "C", "m2"))))),
                complete(
                        "C waits for as long as A goes on (Protocol2: rejected there for lack of progress)",
                        choice(
                                "Protocol2",
                                "A",
                                msg("A", "B", "m1").then("Protocol2"),
                                msg("A", "B", "m2").then(seq("Two", msg("B", "C", "m2"))))),
                classic(
                        "whom the seller asks first is the seller's choice (TwoBuyerAlt)",
                        seq(
                                "TwoBuyerAlt",
                                msg("A", "S", "title", STRING),
                                run(choice(
                                        "First",
                                        "S",
                                        msg("S", "A", "quoteA", INT)
                                                .then(seq(
                                                        "FirstA",
                                                        msg("A", "S", "pay", INT),
                                                        msg("S", "B", "quote2", INT),
                                                        run(choice(
                                                                "ByB",
                                                                "B",
                                                                msg("B", "S", "ok"),
                                                                msg("B", "S", "quit"))))),
                                        msg("S", "B", "quoteB", INT)
                                                .then(seq(
                                                        "FirstB",
                                                        msg("B", "S", "pay", INT),
                                                        msg("S", "A", "quote2", INT),
                                                        run(choice(
                                                                "ByA",
                                                                "A",
                                                                msg("A", "S", "ok"),
                                                                msg("A", "S", "quit"))))))))),
                classic(
                        "Finance and Applicant are told either way (LoanApplication)",
                        seq(
                                "Loan",
                                msg("Applicant", "Portal", "apply", STRING, INT),
                                msg("Portal", "Processing", "check", STRING, INT),
                                msg("Processing", "Portal", "respond", INT),
                                run(choice(
                                        "Verdict",
                                        "Portal",
                                        msg("Portal", "Finance", "getAmount", INT)
                                                .then(seq(
                                                        "Approval",
                                                        msg("Finance", "Portal", "amount", INT),
                                                        msg("Portal", "Applicant", "confirm", INT))),
                                        msg("Portal", "Finance, Applicant", "reject"))))));
    }
}
