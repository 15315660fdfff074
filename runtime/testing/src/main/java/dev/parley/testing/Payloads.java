package dev.parley.testing;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes payloads up. Numbers are small, so that they read well; equal random numbers give equal payloads. */
final class Payloads {

    private static final Pattern ARGUMENTS = Pattern.compile("<.*>");
    private static final int SMALL = 100;
    private static final int DAYS = 365;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> WORDS = List.of("alder", "birch", "cedar", "elm", "fir", "hazel", "maple", "oak");

    private final Map<String, Function<? super Random, ?>> makers = new HashMap<>();

    Payloads() {
        add(String.class, Payloads::word);
        add(CharSequence.class, Payloads::word);
        add(Object.class, Payloads::word);
        add(Boolean.class, boolean.class, Random::nextBoolean);
        add(Byte.class, byte.class, random -> (byte) random.nextInt(SMALL));
        add(Short.class, short.class, random -> (short) random.nextInt(SMALL));
        add(Character.class, char.class, random -> (char) ('a' + random.nextInt(26)));
        add(Integer.class, int.class, random -> random.nextInt(SMALL));
        add(Long.class, long.class, random -> (long) random.nextInt(SMALL));
        add(Float.class, float.class, random -> random.nextInt(SMALL) / 4f);
        add(Double.class, double.class, random -> random.nextInt(SMALL) / 4.0);
        add(BigInteger.class, random -> BigInteger.valueOf(random.nextInt(SMALL)));
        add(BigDecimal.class, random -> BigDecimal.valueOf(random.nextInt(SMALL * SMALL), 2));
        add(UUID.class, random -> new UUID(random.nextLong(), random.nextLong()));
        add(Duration.class, random -> Duration.ofSeconds(random.nextInt(SMALL)));
        add(Instant.class, random -> START.plusSeconds(random.nextInt(SMALL)));
        add(LocalDate.class, random -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(DAYS)));
        add(LocalTime.class, random -> LocalTime.of(random.nextInt(24), random.nextInt(60)));
        add(
                LocalDateTime.class,
                random ->
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(DAYS)).atTime(random.nextInt(24), 0));
        add(byte[].class, random -> new byte[] {(byte) random.nextInt(SMALL)});
        add(List.class, random -> List.of());
        add(Set.class, random -> Set.of());
        add(Map.class, random -> Map.of());
        add(Optional.class, random -> Optional.empty());
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    <T> void add(Class<T> type, Function<? super Random, ? extends T> maker) {
        makers.put(String.valueOf(type.getCanonicalName()), maker);
    }

    private <T> void add(Class<T> box, Class<T> primitive, Function<? super Random, ? extends T> maker) {
        add(box, maker);
        add(primitive, maker);
    }

    /** Returns a payload for a message. */
    List<@Nullable Object> of(MessageLayout message, Chance chance) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : message.parameters()) {
            values.add(maker(parameter, message).apply(chance.values()));
        }
        return values;
    }

    private Function<? super Random, ?> maker(Parameter parameter, MessageLayout message) {
        String type = ARGUMENTS.matcher(parameter.type()).replaceAll("");
        Function<? super Random, ?> maker = makers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException(
                    "Nothing is known of the values of " + parameter.type() + ", the type of "
                            + parameter.name() + " in " + message + ". Say how to make one up: payload("
                            + type.substring(type.lastIndexOf('.') + 1) + ".class, random -> …).");
        }
        return maker;
    }
}
