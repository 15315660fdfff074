package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatonTest {

    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final AtomicInteger stuck = new AtomicInteger();

    private void play(Baton baton, Runnable... roles) {
        CompletableFuture<?>[] playing = new CompletableFuture<?>[roles.length];
        for (int i = 0; i < roles.length; i++) {
            int role = i;
            playing[i] = CompletableFuture.runAsync(
                    () -> {
                        baton.enter(role);
                        roles[role].run();
                        baton.leave(role);
                    },
                    OWN_THREAD);
        }
        CompletableFuture.allOf(playing).join();
    }

    /** What no checked protocol does, unless the runtime is wrong. */
    @Test
    void rolesThatAllWaitForNothingAreToldToGiveUp() {
        Baton baton = new Baton(IntStream.range(0, 2).toArray(), Chance.seeded(1), stuck::incrementAndGet);

        play(baton, () -> baton.await(0, Long.MAX_VALUE), () -> baton.await(1, Long.MAX_VALUE));

        assertThat(stuck).hasPositiveValue();
    }

    @Test
    void timeGoesOnToTheNextMomentOnly() {
        Baton baton = new Baton(IntStream.range(0, 2).toArray(), Chance.seeded(1), stuck::incrementAndGet);
        List<Long> woken = new CopyOnWriteArrayList<>();

        play(
                baton,
                () -> {
                    baton.somethingHappensAt(500);
                    baton.await(0, 2_000);
                    woken.add(baton.now());
                    while (baton.now() < 2_000) {
                        baton.await(0, 2_000);
                    }
                    woken.add(baton.now());
                },
                () -> {
                    while (baton.now() < 1_000) {
                        baton.await(1, 1_000);
                    }
                    woken.add(baton.now());
                });

        assertThat(woken).containsExactly(500L, 1_000L, 2_000L);
        assertThat(stuck).hasValue(0);
    }
}
