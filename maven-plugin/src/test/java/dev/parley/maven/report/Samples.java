package dev.parley.maven.report;

import dev.parley.maven.Compilation;
import dev.parley.maven.bytecode.ProtocolScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Modules to report on. */
final class Samples {

    static final String TWO_BUYER = """
            package shop;

            import dev.parley.annotation.*;

            @Protocol
            public interface TwoBuyer {
                @Role interface Buyer {}
                @Role interface Friend {}
                @Role interface Seller {}

                @Message(from = Buyer.class, to = Seller.class) void title(String title);
                @Message(from = Seller.class, to = {Buyer.class, Friend.class}) void quote(int euros);
                @Message(from = Buyer.class, to = Friend.class) void share(int euros);
                Decision decide();

                @Choice(at = Friend.class)
                interface Decision {
                    @Message(from = Friend.class, to = {Buyer.class, Seller.class}) Delivery accept(String address);
                    @Message(from = Friend.class, to = {Buyer.class, Seller.class}) void reject();
                }

                interface Delivery {
                    @Message(from = Seller.class, to = Friend.class) void ship(java.time.LocalDate date);
                }
            }
            """;

    /** One edge of each kind that loses nothing, one that keeps the latest value, and a role that may be done early. */
    static final String FEED = """
            package shop;

            import dev.parley.annotation.*;
            import java.util.List;
            import java.util.Map;

            @Protocol
            @Edge(from = Feed.Source.class, to = Feed.Screen.class, mode = Edge.Mode.LATEST_VALUE)
            @Edge(from = Feed.Source.class, to = Feed.Archive.class, capacity = 2)
            @Edge(from = Feed.Source.class, to = Feed.Log.class, capacity = 1, maxCapacity = 3, whenFull = Edge.WhenFull.RESIZE)
            public interface Feed {
                @Role interface Source {}
                @Role interface Screen {}
                @Role interface Archive {}
                @Role interface Log {}

                Next next();

                @Choice(at = Source.class)
                interface Next {
                    @Message(from = Source.class, to = Screen.class) Next price(Map<String, List<byte[]>> prices);
                    @Message(from = Source.class, to = Archive.class) Next record(long value);
                    @Message(from = Source.class, to = Log.class) Next line(String text);
                    @Message(from = Source.class, to = {Archive.class, Log.class}) End close();
                }
            }
            """;

    static final String CALCULATOR = """
            package shop;

            import dev.parley.annotation.*;

            @Protocol
            public interface Calculator {
                @Role interface Client {}
                @Role interface Server {}

                Ask start();

                @Choice(at = Client.class)
                interface Ask {
                    @Message(from = Client.class, to = Server.class) Reply add(int x, int y);
                    @Message(from = Client.class, to = Server.class) End bye();
                }
                interface Reply {
                    @Message(from = Server.class, to = Client.class) Ask sum(long value);
                }
            }
            """;

    /** Invitations that are paid for, in two phases. */
    static final String MEETING = """
            package shop;

            import dev.parley.annotation.*;

            @Protocol
            public interface Meeting {
                @Role interface Host {}
                @Role interface Guest {}

                @Phase("plan")
                @Guard(capability = "session:create", flowCost = 100, journal = "invited")
                @Message(from = Host.class, to = Guest.class) void invite();
                @Phase("meet")
                @Message(from = Guest.class, to = Host.class) void come();
            }
            """;

    /** Buffers that fill up, and a loop in which the roles are at different places. */
    static final String RELAY = """
            package shop;

            import dev.parley.annotation.*;

            @Protocol
            @Edge(from = Relay.Source.class, to = Relay.Middle.class, capacity = 2)
            @Edge(from = Relay.Middle.class, to = Relay.Sink.class, capacity = 1, maxCapacity = 3, whenFull = Edge.WhenFull.RESIZE)
            public interface Relay {
                @Role interface Source {}
                @Role interface Middle {}
                @Role interface Sink {}

                Next next();

                @Choice(at = Source.class)
                interface Next {
                    @Message(from = Source.class, to = Middle.class) On item(String text);
                    @Message(from = Source.class, to = Middle.class) Last close();
                }
                interface Last {
                    @Message(from = Middle.class, to = Sink.class) End close();
                }
                interface On {
                    @Message(from = Middle.class, to = Sink.class) Next item(String text);
                }
            }
            """;

    /** A buffer that must not be full. */
    static final String OVERFLOWING = """
            package shop;

            import dev.parley.annotation.*;

            @Protocol
            @Edge(from = Overflowing.Fast.class, to = Overflowing.Slow.class, capacity = 1, whenFull = Edge.WhenFull.ERROR)
            public interface Overflowing {
                @Role interface Fast {}
                @Role interface Slow {}

                Next next();

                @Choice(at = Fast.class)
                interface Next {
                    @Message(from = Fast.class, to = Slow.class) Next tick();
                    @Message(from = Fast.class, to = Slow.class) End stop();
                }
            }
            """;

    /** Friend decides, and Buyer, who is not told, has to act on it. */
    static final String BROKEN = """
            package shop;

            import dev.parley.annotation.*;

            @Protocol
            public interface Broken {
                @Role interface Buyer {}
                @Role interface Friend {}
                @Role interface Seller {}

                Decision decide();

                @Choice(at = Friend.class)
                interface Decision {
                    @Message(from = Friend.class, to = Seller.class) Payment accept();
                    @Message(from = Friend.class, to = Seller.class) void reject();
                }
                interface Payment {
                    @Message(from = Buyer.class, to = Seller.class) void pay(int euros);
                }
            }
            """;

    private Samples() {}

    /** Compiles the sources in a folder as a module is, with its sources in {@code src}, and returns the protocols. */
    static List<ReportedProtocol> module(Path directory, String... sources) throws IOException {
        Path classes = Compilation.withoutProcessor(directory, sources);
        return new ProtocolScanner(List.of(classes))
                .scan(classes).stream().map(ReportedProtocol::of).toList();
    }

    /** Writes the report of such a module and returns its index page. */
    static Path report(Path directory, String... sources) throws IOException {
        return new ReportSite("Shop", List.of(directory.resolve("src")), directory.resolve("target/parley-report"))
                .write(module(directory, sources));
    }
}
