package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a role does that may hear from several others. */
class SeveralSendersTest {

    private static final String LATER = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Later {
                @Role interface P {}
                @Role interface Q {}
                @Role interface R {}

                Way way();

                @Choice(at = P.class)
                interface Way {
                    @Message(from = P.class, to = Q.class) One one();
                    @Message(from = P.class, to = Q.class) Two two();
                }
                interface One {
                    @Message(from = P.class, to = R.class) void first();
                }
                interface Two {
                    @Message(from = Q.class, to = R.class) void x();
                    @Message(from = P.class, to = R.class) void later();
                }
            }
            """;

    @Test
    void aMessageMeantForLaterWaitsUntilItIsDue() throws Throwable {
        Generated generated = Generated.from(LATER, """
                package example;

                public class Play {
                    public static String play() {
                        LaterSession session = LaterSession.open();
                        LaterR.Start r = session.r();
                        session.p().two().later();
                        boolean early = r.tryReceive() != null;
                        session.q().receive().match(one -> null, two -> { two.x(); return null; });
                        String then = r.receive().match(
                                first -> "first",
                                x -> { x.receive(); return "x, then later"; });
                        return early + " " + then + " " + session.status();
                    }
                }
                """);

        assertThat(generated.call("example.Play", "play")).isEqualTo("false x, then later CLOSED");
    }
}
