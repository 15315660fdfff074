package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Members that join while a simulated session runs, whenever that happens. */
class JoiningTest {

    private static final int STOPS = 3;

    private static void visitor(WalkVisitor.Stop stop, AtomicInteger answers) {
        WalkVisitor.Stop at = stop;
        while (at.receive() instanceof WalkVisitor.Count count) {
            answers.incrementAndGet();
            at = count.here(count.stop());
        }
    }

    /** Plays a walk, and returns how many were there at each stop. */
    private static List<Integer> walk(Simulation simulation, int visitors, int joining) {
        List<Integer> present = new ArrayList<>();
        AtomicInteger answers = new AtomicInteger();
        int[] expected = {visitors};
        WalkSession.run(
                simulation.options(),
                visitors,
                joining,
                guide -> {
                    WalkGuide.Stop stop = guide;
                    for (int i = 0; i < STOPS; i++) {
                        int there = stop.admit();
                        expected[0] += there;
                        WalkGuide.Here here = stop.count(i).gather();
                        present.add(here.copies().size());
                        assertThat(present.get(i)).isEqualTo(expected[0]);
                        stop = here;
                    }
                    stop.end();
                },
                (index, stop) -> visitor(stop, answers),
                stop -> visitor(stop, answers));
        assertThat(answers.get())
                .isEqualTo(present.stream().mapToInt(Integer::intValue).sum());
        return present;
    }

    @ExplorationTest(preemptions = 1, runs = 2_000)
    void whoeverJoinsIsThereFromThenOn(Simulation simulation) {
        assertThat(walk(simulation, 1, 1)).isSorted().startsWith(1).allMatch(count -> count <= 2);
    }

    @SimulationTest(runs = 200)
    void someJoinEarlyAndSomeNever(Simulation simulation) {
        assertThat(walk(simulation.delay(Duration.ofMillis(20)), 2, 3))
                .isSorted()
                .allMatch(count -> count <= 5);
    }

    @Test
    void whenTheyJoinIsDrawnBySeed() {
        List<List<Integer>> seen = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            List<Integer> present = walk(Simulation.seeded(seed), 0, 2);
            assertThat(walk(Simulation.seeded(seed), 0, 2)).isEqualTo(present);
            seen.add(present);
        }
        assertThat(seen).contains(List.of(0, 0, 0)).anyMatch(present -> present.get(STOPS - 1) == 2);
    }
}
