package dev.parley.testing.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.Session;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A durable session whose process is killed again and again, and what its roles have acknowledged. */
final class KilledSession {

    private static final int LINES = 40;
    private static final Pattern LINE = Pattern.compile("(Shop|Store|Ledger) (\\?|\\d+) (\\d)");

    /** How many steps each role has acknowledged. */
    private final Map<String, Integer> steps = new HashMap<>();

    private final Path path;
    private final Random random;

    KilledSession(Path path, long seed) {
        this.path = path;
        this.random = new Random(seed);
    }

    /** Plays and is killed at a random point. */
    void beKilled() throws IOException, InterruptedException {
        play(Integer.MAX_VALUE, 1 + random.nextInt(LINES));
    }

    /**
     * Plays to the end.
     *
     * @return how many orders there were
     */
    int end() throws IOException, InterruptedException {
        int orders = steps.getOrDefault("Shop", 0) / stepsOfOrder("Shop") + 1;
        assertThat(play(orders, Integer.MAX_VALUE)).isEqualTo("session CLOSED");
        assertThat(steps).allSatisfy((role, done) -> assertThat(done).isEqualTo(stepsOfOrder(role) * orders + 1));
        return orders;
    }

    /**
     * Lets a process play, kills it after so many lines, and checks all its lines.
     *
     * @return the last line, if it is none of a role
     */
    private String play(int orders, int lines) throws IOException, InterruptedException {
        Process process = start(orders);
        Map<String, Integer> before = new HashMap<>(steps);
        String last = "";
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            int read = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                assertThat(last).isEmpty();
                Matcher said = LINE.matcher(line);
                if (said.matches()) {
                    step(said, before);
                } else {
                    last = line;
                }
                read++;
                if (read == lines) {
                    // Through its handle: the process object would close the stream that still holds acknowledgements.
                    process.toHandle().destroyForcibly();
                }
            }
            // A line may be torn where the process was killed.
            assertThat(read >= lines || last.startsWith("session")).as(last).isTrue();
        }
        process.waitFor();
        return last;
    }

    private Process start(int orders) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx32m",
                        "-cp",
                        String.join(File.pathSeparator, location(OrdersProcess.class), location(Session.class)),
                        OrdersProcess.class.getName(),
                        path.toString(),
                        Integer.toString(orders))
                .redirectErrorStream(true)
                .start();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int stepsOfOrder(String role) {
        return role.equals("Shop") ? 3 : 2;
    }

    /** A role goes on where it stood: it has done what it has acknowledged, and perhaps one step that it could not acknowledge any more. */
    private void step(Matcher said, Map<String, Integer> before) {
        String role = said.group(1);
        int cycle = stepsOfOrder(role);
        int done = steps.getOrDefault(role, 0);
        boolean first = before.remove(role) != null || !steps.containsKey(role);
        int least = first ? done : done + 1;
        int most = done + 1;
        int phase = Integer.parseInt(said.group(3));
        if (said.group(2).equals("?")) {
            int now = least % cycle == phase ? least : most;
            assertThat(now % cycle).as("%s after step %s", said.group(), done).isEqualTo(phase);
            steps.put(role, now);
        } else {
            int now = Integer.parseInt(said.group(2)) * cycle + phase;
            assertThat(now).as("%s after step %s", said.group(), done).isBetween(least, most);
            steps.put(role, now);
        }
    }
}
