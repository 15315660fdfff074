package dev.parley.processor.codegen;

/** Protocols that several tests use, all in the package {@code example}. */
final class Sources {

    static final String CALCULATOR = protocol("""
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
            """);

    static final String TWO_BUYER = protocol("""
            import java.time.LocalDate;

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
                    @Message(from = Seller.class, to = Friend.class) void ship(LocalDate date);
                }
            }
            """);

    /** The worker tells of its progress until it is done, crashes, or takes too long. */
    static final String SHIFT = protocol("""
            @Protocol
            public interface Shift {
                @Role interface Boss {}
                @Role interface Worker {}

                @Message(from = Boss.class, to = Worker.class) void job();
                Work work();

                @Choice(at = Worker.class)
                interface Work {
                    @Message(from = Worker.class, to = Boss.class) Work progress(int percent);
                    @Timeout("1m") @Message(from = Worker.class, to = Boss.class) Apology tookTooLong();
                    @OnCrash(Worker.class) void lost();
                }
                interface Apology {
                    @Message(from = Worker.class, to = Boss.class) void sorry();
                }
            }
            """);

    /** Archive may be finished, or hear of one more job: it is not told of the end. */
    static final String JOBS = protocol("""
            @Protocol
            public interface Jobs {
                @Role interface Boss {}
                @Role interface Worker {}
                @Role interface Archive {}

                Day work();

                @Choice(at = Boss.class)
                interface Day {
                    @Message(from = Boss.class, to = Worker.class) Filing job(int number);
                    @Message(from = Boss.class, to = Worker.class) End enough();
                }
                interface Filing {
                    @Message(from = Worker.class, to = Archive.class) Day file(String report);
                }
            }
            """);

    /** Judge hears from whoever Host asked. */
    static final String QUIZ = protocol("""
            @Protocol
            public interface Quiz {
                @Role interface Host {}
                @Role interface Ann {}
                @Role interface Bob {}
                @Role interface Judge {}

                Round round();

                @Choice(at = Host.class)
                interface Round {
                    @Message(from = Host.class, to = Ann.class) AnnsTurn askAnn(String question);
                    @Message(from = Host.class, to = Bob.class) BobsTurn askBob(String question);
                }
                interface AnnsTurn {
                    @Message(from = Ann.class, to = Judge.class) void left(int answer);
                    @Message(from = Judge.class, to = Bob.class) End sorry();
                }
                interface BobsTurn {
                    @Message(from = Bob.class, to = Judge.class) void right(int answer);
                    @Message(from = Judge.class, to = Ann.class) End sorry();
                }
            }
            """);

    /** The host pays for what it does. */
    static final String MEETING = protocol("""
            @Protocol
            public interface Meeting {
                @Role interface Host {}
                @Role interface Guest {}
                @Role interface Waiter {}

                Planning plan();

                @Choice(at = Host.class)
                interface Planning {
                    @Guard(capability = "session:create", flowCost = 100, journal = "invited")
                    @Message(from = Host.class, to = {Guest.class, Waiter.class}) Planning invite(String what);
                    @Guard(flowCost = 10)
                    @Message(from = Host.class, to = Guest.class) Planning remind();
                    @Message(from = Host.class, to = {Guest.class, Waiter.class}) End close();
                }
            }
            """);

    /** Work in phases: a draft that may be made again, and a build, if the draft is accepted; news may come at any time. */
    static final String STUDIO = protocol("""
            @Protocol
            public interface Studio {
                @Role interface Author {}
                @Role interface Editor {}
                @Role interface Archive {}

                @Message(from = Editor.class, to = Author.class) void hello();
                Drafting draft();

                @Phase("design")
                interface Drafting {
                    @Message(from = Author.class, to = Editor.class) Verdict draft(String text);
                }
                @Choice(at = Editor.class)
                interface Verdict {
                    @Phase("design")
                    @Message(from = Editor.class, to = Author.class) Drafting again();
                    @Phase("build")
                    @Message(from = Editor.class, to = Author.class) Printing accept();
                    @Phase("clean up")
                    @Message(from = Editor.class, to = Author.class) void reject();
                }
                @Phase("build")
                interface Printing {
                    @Message(from = Author.class, to = Archive.class) void proof();
                    @Message(from = Archive.class, to = Editor.class) void printed();
                }
            }
            """);

    private Sources() {}

    /** Returns the protocol with its package and the imports of the annotations. */
    static String protocol(String text) {
        return "package example;\n\n" + inUnnamedPackage(text);
    }

    /** Returns the protocol with the imports of the annotations. */
    static String inUnnamedPackage(String text) {
        return "import dev.parley.annotation.*;\n" + text;
    }

    /** Two roles that do two things at once, round after round; one of the branches has a choice. */
    static final String ROUNDS = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Rounds {
                @Role interface Host {}
                @Role interface Worker {}

                Next start();

                @Choice(at = Host.class)
                interface Next {
                    @Message(from = Host.class, to = Worker.class) Round go();
                    @Message(from = Host.class, to = Worker.class) End stop();
                }
                interface Round {
                    Both both();
                    Next again();
                }
                @Parallel
                interface Both {
                    @Message(from = Host.class, to = Worker.class) Answer left(int number);
                    Offer right();
                }
                interface Answer {
                    @Message(from = Worker.class, to = Host.class) void result(long square);
                }
                @Choice(at = Worker.class)
                interface Offer {
                    @Message(from = Worker.class, to = Host.class) Offer more(String what);
                    @Message(from = Worker.class, to = Host.class) void enough();
                }
            }
            """;
}
