package dev.parley.sessions.store;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.query.Condition;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Order;
import dev.parley.sessions.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Sessions and queries of few different values, so that many match. */
final class RandomQueries {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Some that languages order otherwise than code points do. */
    private static final List<String> WORDS =
            List.of("a", "B", "b", "\u00e4", "z", "Z", "_", "\ufb01", "\ud83d\ude00", "10", "9", "");

    private static final List<Key<String>> TEXTS =
            List.of(Key.NAME, Key.OWNER, Key.WORKSPACE, Key.metadata("one"), Key.metadata("two"));
    private static final List<Key<Instant>> TIMES = List.of(Key.CREATED_AT, Key.LAST_ACTIVITY, Key.EXPIRES_AT);

    private RandomQueries() {}

    static ManagedSession session(int number, Random random) {
        Map<String, String> metadata = new TreeMap<>();
        for (String name : List.of("one", "two")) {
            if (random.nextBoolean()) {
                metadata.put(name, word(random));
            }
        }
        return ManagedSession.builder(
                        "s" + number,
                        pick(List.of(SessionKind.values()), random),
                        number + word(random),
                        "o" + word(random),
                        time(random))
                .workspace(word(random))
                .status(pick(List.of(ManagedStatus.values()), random), "")
                .lastActivity(time(random))
                .expiresAt(random.nextBoolean() ? Optional.empty() : Optional.of(time(random)))
                .tags(random.nextBoolean() ? Set.of() : Set.of(word(random)))
                .metadata(metadata)
                .build();
    }

    static Query query(Random random) {
        Order[] order = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> order(random))
                .toArray(Order[]::new);
        return Query.where(condition(3, random)).orderBy(order).page(random.nextInt(3), 1 + random.nextInt(20));
    }

    private static Order order(Random random) {
        Key<?> key = switch (random.nextInt(3)) {
            case 0 -> pick(TEXTS, random);
            case 1 -> pick(TIMES, random);
            default -> Key.STATUS;
        };
        return random.nextBoolean() ? key.ascending() : key.descending();
    }

    private static Condition condition(int depth, Random random) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> compare(pick(TEXTS, random), word(random), random);
            case 1 -> compare(pick(TIMES, random), time(random), random);
            case 2 -> pick(TEXTS, random).in(word(random), word(random));
            case 3 -> (random.nextBoolean() ? pick(TEXTS, random) : pick(TIMES, random)).isMissing();
            case 4 -> random.nextBoolean() ? Condition.tagged(word(random)) : Condition.contains(word(random));
            case 5 ->
                Key.TYPE
                        .is(pick(List.of(SessionKind.values()), random))
                        .or(Key.STATUS.isNot(pick(List.of(ManagedStatus.values()), random)));
            case 6 -> condition(depth - 1, random).and(condition(depth - 1, random));
            case 7 -> condition(depth - 1, random).or(condition(depth - 1, random));
            default -> condition(depth - 1, random).not();
        };
    }

    private static <T> Condition compare(Key<T> key, T value, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> key.is(value);
            case 1 -> key.isNot(value);
            case 2 -> key.lessThan(value);
            case 3 -> key.atMost(value);
            case 4 -> key.greaterThan(value);
            default -> key.atLeast(value);
        };
    }

    private static Instant time(Random random) {
        return START.plusSeconds(random.nextInt(10));
    }

    private static String word(Random random) {
        return pick(WORDS, random);
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
