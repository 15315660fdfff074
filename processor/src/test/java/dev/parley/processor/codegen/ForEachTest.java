package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that are run for each member of a family. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForEachTest {

    static final String OUTING = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Outing {
                @Role interface Host {}
                @Role @Family(min = 0) interface Guest {}

                Round round();

                @Choice(at = Host.class)
                interface Round {
                    @Message(from = Host.class, to = Guest.class) Invited invite(String where);
                    @Message(from = Host.class, to = Guest.class) Dinner eat(String dish);
                }

                interface Invited {
                    Reply reply();
                    Round again();
                }

                @ForEach(Guest.class)
                @Choice(at = Guest.class)
                interface Reply {
                    @Message(from = Guest.class, to = Host.class) Price ask();
                    @Message(from = Guest.class, to = Host.class) void accept(int friends);
                    @Message(from = Guest.class, to = Host.class) End decline();
                }
                interface Price {
                    @Message(from = Host.class, to = Guest.class) Reply price(int euros);
                }
                interface Dinner {
                    @Message(from = Guest.class, to = Host.class) End thanks(int stars);
                }
            }
            """;

    private static final String PLAY = """
            package example;

            import java.util.ArrayList;
            import java.util.List;

            public class Play {
                /** Guests accept as often as their index says, and then leave; asking for the price first. */
                private static void guest(int index, OutingGuest.Round round) {
                    int left = index;
                    while (true) {
                        OutingGuest.Round.Received received = round.receive();
                        if (received instanceof OutingGuest.Eat eat) {
                            eat.thanks(index);
                            return;
                        }
                        OutingGuest.Reply reply = ((OutingGuest.Invite) received).ask().receive();
                        if (left-- == 0) {
                            reply.decline();
                            return;
                        }
                        round = reply.accept(index);
                    }
                }

                private static OutingHost.Round invite(OutingHost.Round round, StringBuilder log) {
                    OutingHost.InReply replies = round.invite("lake").fork();
                    log.append(replies.members().size());
                    for (int member : replies.members()) {
                        reply(replies.member(member));
                    }
                    return replies.join();
                }

                private static void reply(OutingHostReplyEachGuest.Start reply) {
                    OutingHostReplyEachGuest.Start waiting = reply;
                    while (waiting != null) {
                        waiting = waiting.receive().match(
                                ask -> ask.price(7), accept -> null, decline -> null);
                    }
                }

                public static String leaving(int guests, int rounds) {
                    StringBuilder log = new StringBuilder();
                    OutingSession.run(guests, (index, start) -> guest(index, start), round -> {
                        for (int i = 0; i < rounds; i++) {
                            round = invite(round, log);
                            log.append(' ');
                        }
                        log.append(round.eat("pizza").gather().copies().size());
                    });
                    return log.toString();
                }
            }
            """;

    private Generated generated;

    @BeforeAll
    void generate() throws IOException {
        generated = Generated.from(OUTING, PLAY);
    }

    @Test
    void membersLeaveAndTheOthersGoOn() throws Throwable {
        assertThat(generated.call("example.Play", "leaving", 4, 3)).isEqualTo("4 3 2 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void ofAnySize(int guests) throws Throwable {
        assertThat(generated.call("example.Play", "leaving", guests, 1))
                .isEqualTo(guests + " " + Math.max(0, guests - 1));
    }

    @Test
    void allMayLeave() throws Throwable {
        assertThat(generated.call("example.Play", "leaving", 2, 4)).isEqualTo("2 1 0 0 0");
    }
}
