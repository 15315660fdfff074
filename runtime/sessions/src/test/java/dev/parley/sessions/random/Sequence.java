package dev.parley.sessions.random;

import dev.parley.sessions.store.SessionStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A random sequence of operations. If one fails, shorter ones that fail, too, are looked for, so that the failure says what has led to it. */
final class Sequence {

    /** An operation, and numbers that say what it is done to and how: what they mean depends on what is there then. */
    private record Step(Operation operation, int a, int b) {
        @Override
        public String toString() {
            return operation + " " + a + " " + b;
        }
    }

    /** What went wrong, and after how many steps. */
    private record Failure(int steps, Throwable cause) {}

    private final long seed;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> kinds = new TreeSet<>();

    Sequence(long seed, int length) {
        this.seed = seed;
        Random random = new Random(seed);
        List<Operation> operations = Operation.ALL.stream()
                .flatMap(each -> Collections.nCopies(each.weight(), each).stream())
                .toList();
        for (int i = 0; i < length; i++) {
            steps.add(new Step(
                    operations.get(random.nextInt(operations.size())), random.nextInt(5040), random.nextInt(5040)));
        }
    }

    /** Plays it, and returns the kinds of events that were heard. */
    Set<String> check(Supplier<SessionStore> stores) {
        Optional<Failure> failure = play(steps, stores);
        if (failure.isEmpty()) {
            return kinds;
        }
        List<Step> few = shrink(steps.subList(0, failure.get().steps()), stores);
        Throwable cause = play(few, stores).orElse(failure.get()).cause();
        throw new AssertionError(
                few.stream()
                        .map(Step::toString)
                        .collect(Collectors.joining(
                                "\n  ",
                                "Seed " + seed + " fails after " + failure.get().steps() + " steps; " + few.size()
                                        + " are enough:\n  ",
                                "\n" + cause.getMessage())),
                cause);
    }

    /** Leaves parts out as long as the rest fails: halves first, single steps last (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002). */
    private List<Step> shrink(List<Step> failing, Supplier<SessionStore> stores) {
        List<Step> few = failing;
        for (int part = failing.size() / 2; part > 0; part /= 2) {
            for (int from = few.size() - part; from >= 0; from -= part) {
                List<Step> fewer = new ArrayList<>(few.subList(0, from));
                fewer.addAll(few.subList(from + part, few.size()));
                Optional<Failure> failure = play(fewer, stores);
                if (failure.isPresent()) {
                    few = fewer.subList(0, failure.get().steps());
                    from = Math.min(from, few.size());
                }
            }
        }
        return few;
    }

    private Optional<Failure> play(List<Step> steps, Supplier<SessionStore> stores) {
        int done = 0;
        try (SessionStore store = stores.get();
                World world = new World(store)) {
            for (Step step : steps) {
                done++;
                step.operation().act().on(world, step.a(), step.b());
                world.check();
                world.advance(1);
                world.check();
            }
            kinds.addAll(world.kinds());
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(new Failure(done, e));
        }
    }
}
