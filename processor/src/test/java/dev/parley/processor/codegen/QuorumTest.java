package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a family that are decided before all have come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuorumTest {

    private static final String POLL = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Poll {
                @Role interface Chair {}
                @Role @Family(min = 0) interface Voter {}

                Round round();

                @Choice(at = Chair.class)
                interface Round {
                    @Message(from = Chair.class, to = Voter.class) Answer question(String text);
                    @Message(from = Chair.class, to = Voter.class) End close();
                }
                interface Answer {
                    @Message(from = Voter.class, to = Chair.class) @Quorum Round answer(boolean yes);
                }
            }
            """;

    private static final String PLAY = """
            package example;

            import dev.parley.runtime.Quorum;
            import java.time.Duration;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CountDownLatch;

            public class Play {
                private static Quorum<PollChair.AnswerMessage.Item> yes(int needed) {
                    return Quorum.<PollChair.AnswerMessage.Item>of(needed).counting(PollChair.AnswerMessage.Item::yes);
                }

                /** Each voter is entered in turn on this one thread; those with '-' never answer. */
                public static String decide(String votes, int needed, boolean waits) {
                    int n = votes.length();
                    PollSession session = PollSession.open(n);
                    PollChair.Answer chair = session.chair().question("?");
                    List<PollVoter.Round> voters = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        PollVoter.Question question = ask(session.voter(i).receive());
                        if (votes.charAt(i) != '-') {
                            voters.add(question.answer(votes.charAt(i) == 'y'));
                        }
                    }
                    PollChair.AnswerMessage decided =
                            chair.gather(waits ? yes(needed) : yes(needed).within(Duration.ZERO));
                    String outcome = decided.outcome() + " " + decided.copies().size();
                    decided.close();
                    int closed = 0;
                    for (PollVoter.Round voter : voters) {
                        closed += voter.receive() instanceof PollVoter.Close ? 1 : 0;
                    }
                    return outcome + " " + closed + " " + session.status();
                }

                private static PollVoter.Question ask(PollVoter.Round.Received received) {
                    return (PollVoter.Question) received;
                }

                public static String late() {
                    PollSession session = PollSession.open(2);
                    PollChair.Answer chair = session.chair().question("?");
                    PollVoter.Round fast = ask(session.voter(0).receive()).answer(true);
                    PollVoter.Question slow = ask(session.voter(1).receive());
                    PollChair.Answer next = chair.gather(yes(1)).question("next");
                    PollVoter.Round late = slow.answer(true);
                    String end = late.receive().getClass().getSimpleName();
                    ask(fast.receive()).answer(false).tryReceive();
                    PollChair.AnswerMessage second = next.gather(yes(1));
                    return end + " " + second.outcome() + " " + second.copies();
                }

                public static int withThreads(int voters, int rounds) {
                    int[] count = new int[1];
                    PollSession.run(voters, round -> {
                        for (int i = 0; i < rounds; i++) {
                            round = round.question("?").gather(
                                    Quorum.<PollChair.AnswerMessage.Item>all(), (member, answer) -> count[0]++);
                        }
                        round.close();
                    }, (member, round) -> {
                        while (round.receive() instanceof PollVoter.Question question) {
                            round = question.answer(true);
                        }
                    });
                    return count[0];
                }

                /** Many rounds, in each of which the slower half may be left behind. */
                public static String race(int voters) {
                    StringBuilder outcomes = new StringBuilder();
                    PollSession.run(voters, round -> {
                        for (int needed = voters; needed > 0; needed /= 2) {
                            PollChair.AnswerMessage decided = round.question("?").gather(yes(needed));
                            outcomes.append(decided.outcome()).append(' ');
                            round = decided;
                        }
                        round.close();
                    }, (member, round) -> {
                        while (round.receive() instanceof PollVoter.Question question) {
                            round = question.answer(true);
                        }
                    });
                    return outcomes.toString().strip();
                }

                /** More questions than a buffer holds are put while a member is silent: it must hold up nobody. */
                public static String silent() throws Exception {
                    CountDownLatch over = new CountDownLatch(1);
                    int[] rounds = new int[1];
                    PollSession.run(2, round -> {
                        for (; rounds[0] < 5_000; rounds[0]++) {
                            round = round.question("?").gather(yes(1));
                        }
                        round.close();
                        over.countDown();
                    }, (member, round) -> {
                        if (member == 1) {
                            PollVoter.Question question = ask(round.receive());
                            over.await();
                            round = question.answer(true);
                        }
                        while (round.receive() instanceof PollVoter.Question question) {
                            round = question.answer(true);
                        }
                    });
                    return rounds[0] + " rounds";
                }
            }
            """;

    private Generated generated;

    @BeforeAll
    void generate() throws IOException {
        generated = Generated.from(POLL, PLAY);
    }

    @Test
    void quorum(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(POLL).files());
    }

    private Object decide(String votes, int needed, boolean waits) throws Throwable {
        return Generated.from(POLL, PLAY, """
                package example;

                public class Once {
                    public static String once() {
                        return Play.decide("%s", %d, %b);
                    }
                }
                """.formatted(votes, needed, waits)).call("example.Once", "once");
    }

    @Test
    void isReachedBeforeAllHaveAnswered() throws Throwable {
        assertThat(decide("yy-n", 2, true)).isEqualTo("REACHED 3 3 CLOSED");
    }

    @Test
    void isImpossibleBeforeAllHaveAnswered() throws Throwable {
        assertThat(decide("nyn-", 3, true)).isEqualTo("IMPOSSIBLE 3 3 CLOSED");
        assertThat(decide("", 1, true)).isEqualTo("IMPOSSIBLE 0 0 CLOSED");
    }

    @Test
    void timesOut() throws Throwable {
        assertThat(decide("y--n", 2, false)).isEqualTo("TIMED_OUT 2 2 CLOSED");
    }

    @Test
    void theLateOneHasLeft() throws Throwable {
        assertThat(generated.call("example.Play", "late")).isEqualTo("Ended IMPOSSIBLE [Copy[member=0, yes=false]]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void allMayBeNeeded(int voters) throws Throwable {
        assertThat(generated.call("example.Play", "withThreads", voters, 50)).isEqualTo(50 * voters);
    }

    @Test
    void theSlowAreLeftBehindRoundByRound() throws Throwable {
        assertThat(generated.call("example.Play", "race", 16)).isEqualTo("REACHED REACHED REACHED REACHED REACHED");
    }

    @Test
    void aSilentMemberHoldsUpNobody() throws Throwable {
        assertThat(generated.call("example.Play", "silent")).isEqualTo("5000 rounds");
    }
}
