package dev.parley.sessions.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.Resources;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.Work;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FootprintTest {

    private static final int SESSIONS = 10_000;

    private static ManagedSession session(int number) {
        Instant now = Instant.ofEpochSecond(number);
        return ManagedSession.builder("id " + number, SessionKind.ACTIVE, "session " + number, "owner " + number, now)
                .tags(Set.of("a" + number, "b" + number))
                .metadata(Map.of("domain", "d" + number, "region", "\u03b5" + number))
                .resources(new Resources(number, 1, 2))
                .work(Work.NONE.with(Task.first("t" + number, TaskSpec.of("do " + number, "ann " + number), now)))
                .build();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void estimatesWhatTheHeapSays() {
        session(0); // loads the classes
        long before = used();
        List<ManagedSession> sessions =
                IntStream.range(0, SESSIONS).mapToObj(FootprintTest::session).toList();
        long measured = (used() - before) / SESSIONS;
        long estimated = sessions.stream().mapToLong(Footprint::bytes).sum() / SESSIONS;

        assertThat(estimated).isCloseTo(measured, Percentage.withPercentage(25));
    }

    @Test
    void longerTextsTakeMore() {
        long small = Footprint.bytes(session(1));
        ManagedSession large =
                session(1).toBuilder().workspace("x".repeat(10_000)).build();

        assertThat(Footprint.bytes(large) - small).isBetween(10_000L, 10_100L);
    }
}
