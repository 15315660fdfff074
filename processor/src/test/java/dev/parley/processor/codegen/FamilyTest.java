package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles that any number of participants play. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyTest {

    static final String SUM = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Sum {
                @Role interface Master {}
                @Role @Family(min = 0) interface Worker {}

                Round round();

                @Choice(at = Master.class)
                interface Round {
                    @Message(from = Master.class, to = Worker.class) Answer work(int n, String what);
                    @Message(from = Master.class, to = Worker.class) End done();
                }
                interface Answer {
                    @Message(from = Worker.class, to = Master.class) Round result(long value, String what);
                }
            }
            """;

    private static final String PLAY = """
            package example;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.atomic.AtomicLong;

            public class Play {
                private static void worker(int member, SumWorker.Round round) {
                    while (round.receive() instanceof SumWorker.Work work) {
                        round = work.result((long) work.n() * (member + 1), work.what() + member);
                    }
                }

                public static String arrivals(int workers) {
                    AtomicLong sum = new AtomicLong();
                    List<String> whats = new ArrayList<>();
                    SumSession.run(workers, round -> {
                        for (int i = 1; i <= 100; i++) {
                            round = round.work(i, "w").gather((member, result) -> {
                                sum.addAndGet(result.value());
                                if (result.what().equals("w" + member) && result.member() == member) {
                                    whats.add(result.what());
                                }
                            });
                        }
                        round.done();
                    }, Play::worker);
                    return sum + " " + whats.size();
                }

                public static String whole(int workers) {
                    List<String> seen = new ArrayList<>();
                    SumSession.run(workers, round -> {
                        SumMaster.Result results = round.work(10, "x").gather();
                        results.copies().stream()
                                .sorted((a, b) -> a.member() - b.member())
                                .forEach(copy -> seen.add(copy.member() + ":" + copy.value()));
                        results.done();
                    }, Play::worker);
                    return String.join(" ", seen);
                }

                public static String resumed() {
                    SumSession session = SumSession.open(2);
                    SumMaster.Answer answer = session.master().work(1, "");
                    SumWorker.Round first = session.worker(0);
                    SumWorker.Round second = session.worker(1);
                    ((SumWorker.Work) first.receive()).result(1, "a");
                    ((SumWorker.Work) second.receive()).result(2, "b");
                    StringBuilder seen = new StringBuilder();
                    try {
                        answer.gather((member, result) -> {
                            seen.append(result.what());
                            throw new IllegalStateException("stop");
                        });
                    } catch (IllegalStateException expected) {
                        seen.append(" then ");
                    }
                    answer.gather((member, result) -> seen.append(result.what())).done();
                    return seen + " " + session.localState("Worker", 1);
                }

                public static void tooFew() {
                    SumSession.open(-1);
                }

                public static void noSuchMember() {
                    SumSession.open(2).worker(2);
                }

                public static void twice() {
                    SumSession session = SumSession.open(2);
                    session.worker(1);
                    session.worker(1);
                }

                public static void failing() {
                    SumSession.run(3, round -> round.work(1, "x").gather().done(), (member, round) -> {
                        if (member == 1) {
                            throw new IllegalArgumentException("broken");
                        }
                        worker(member, round);
                    });
                }

                public static void kept() {
                    SumSession session = SumSession.open(1);
                    SumMaster.Answer answer = session.master().work(1, "");
                    ((SumWorker.Work) session.worker(0).receive()).result(1, "a");
                    SumMaster.Result.Item[] kept = new SumMaster.Result.Item[1];
                    answer.gather((member, result) -> kept[0] = result);
                    kept[0].value();
                }
            }
            """;

    private Generated generated;

    @BeforeAll
    void generate() throws IOException {
        generated = Generated.from(SUM, PLAY);
    }

    @Test
    void family(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(SUM).files());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void broadcastsAndGathersInOrderOfArrival(int workers) throws Throwable {
        long perRound = (long) workers * (workers + 1) / 2;
        assertThat(generated.call("example.Play", "arrivals", workers))
                .isEqualTo(5050 * perRound + " " + 100 * workers);
    }

    @Test
    void gathersAsAWhole() throws Throwable {
        assertThat(generated.call("example.Play", "whole", 3)).isEqualTo("0:10 1:20 2:30");
        assertThat(generated.call("example.Play", "whole", 0)).isEqualTo("");
    }

    @Test
    void gathersTheRestAfterAFailure() throws Throwable {
        assertThat(generated.call("example.Play", "resumed"))
                .isEqualTo("a then b Worker[1] in Round: Master?work(int n, String what).Answer + Master?done().end");
    }

    @Test
    void needsAsManyMembersAsTheProtocolSays() {
        assertThatThrownBy(() -> generated.call("example.Play", "tooFew"))
                .hasMessage("The family Worker of example.Sum is to have -1 members, and it needs at least 0."
                        + " Open the session with 0 or more.");
    }

    @Test
    void hasNoOtherMembers() {
        assertThatThrownBy(() -> generated.call("example.Play", "noSuchMember"))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void entersEachMemberOnce() {
        assertThatThrownBy(() -> generated.call("example.Play", "twice"))
                .hasMessageStartingWith("The role Worker[1] of session")
                .hasMessageContaining("is taken");
    }

    @Test
    void aMemberThatFailsEndsTheSession() {
        assertThatThrownBy(() -> generated.call("example.Play", "failing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
    }

    @Test
    void aGatheredMessageIsGoneWhenAllAreThere() {
        assertThatThrownBy(() -> generated.call("example.Play", "kept")).hasMessageContaining("Result is gone");
    }

    @Test
    void familiesSpeakWithEachOther() throws Throwable {
        Generated shuffle = Generated.from("""
                package example;

                import dev.parley.annotation.*;

                @Protocol
                public interface Shuffle {
                    @Role interface Master {}
                    @Role @Family interface Mapper {}
                    @Role @Family interface Reducer {}

                    @Message(from = Master.class, to = Mapper.class) void text(String text);
                    @Message(from = Mapper.class, to = Reducer.class) void part(int hash);
                    @Message(from = Reducer.class, to = Master.class) void sum(long sum);
                }
                """, """
                package example;

                import java.util.concurrent.atomic.AtomicLong;

                public class Play {
                    public static long play(int mappers, int reducers) {
                        AtomicLong total = new AtomicLong();
                        ShuffleSession.run(mappers, reducers,
                                (index, mapper) -> mapper.receive().part(index + 1),
                                master -> master.text("x").gather((index, sum) -> total.addAndGet(sum.sum())),
                                (index, reducer) -> {
                                    long[] sum = new long[1];
                                    reducer.gather((mapper, part) -> sum[0] += part.hash()).sum(sum[0]);
                                });
                        return total.get();
                    }
                }
                """);
        assertThat(shuffle.call("example.Play", "play", 5, 3)).isEqualTo(45L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void membersPlaySeveralBranchesOfAParallelBlock(int guests) throws Throwable {
        Generated fair = Generated.from("""
                package example;

                import dev.parley.annotation.*;

                @Protocol
                public interface Fair {
                    @Role interface Host {}
                    @Role @Family(min = 0) interface Guest {}

                    @Message(from = Host.class, to = Guest.class) void invite(String where);
                    Both both();
                    @Message(from = Host.class, to = Guest.class) void bye();

                    @Parallel
                    interface Both {
                        @Message(from = Host.class, to = Guest.class) Meal menu(String text);
                        @Message(from = Guest.class, to = Host.class) void song(String text);
                        Talk talk();
                    }
                    interface Meal {
                        @Message(from = Guest.class, to = Host.class) void order(int dish);
                    }
                    @ForEach(Guest.class)
                    interface Talk {
                        @Message(from = Host.class, to = Guest.class) Answer ask(String text);
                    }
                    interface Answer {
                        @Message(from = Guest.class, to = Host.class) void answer(String text);
                    }
                }
                """, """
                package example;

                import java.util.SortedSet;
                import java.util.TreeSet;

                public class Play {
                    private static void guest(int index, FairGuest.Start start) {
                        FairGuest.InBoth both = start.receive().fork();
                        both.song().song("song " + index);
                        both.menu().receive().order(index);
                        both.talk().receive().answer("talk " + index);
                        both.join().receive();
                    }

                    private static void host(SortedSet<String> heard, FairHost.Start start) {
                        FairHost.InBoth both = start.invite("fair").fork();
                        both.menu().menu("soup").gather((guest, order) -> heard.add("dish " + order.dish()));
                        FairHostBothTalk.InTalk talk = both.talk().fork();
                        for (int guest : talk.members()) {
                            heard.add(talk.member(guest).ask("who?").receive().text());
                        }
                        talk.join();
                        both.song().gather((guest, song) -> heard.add(song.text()));
                        both.join().bye();
                    }

                    public static String play(int guests) {
                        SortedSet<String> heard = new TreeSet<>();
                        FairSession.run(guests, Play::guest, start -> host(heard, start));
                        return heard.toString();
                    }
                }
                """);

        assertThat(fair.call("example.Play", "play", guests))
                .isEqualTo(Stream.of("dish", "song", "talk")
                        .flatMap(said -> IntStream.range(0, guests).mapToObj(guest -> said + " " + guest))
                        .toList()
                        .toString());
    }
}
