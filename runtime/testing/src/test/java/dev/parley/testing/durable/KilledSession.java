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
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A durable session whose process is killed again and again, and what its roles have acknowledged. */
final class KilledSession {

    private static final int LINES = 40;
    private static final Pattern LINE = Pattern.compile("([A-Z][A-Za-z.]*) (\\?|\\d+) (\\d)");

    /** How many steps each role, or branch, has acknowledged. */
    private final Map<String, Integer> steps = new HashMap<>();

    private final Class<?> program;
    private final Map<String, Integer> stepsOfRound;
    private final Path path;
    private final Random random;

    /**
     * Creates the session.
     *
     * @param program plays it
     * @param stepsOfRound how many steps each role, or branch, does in a round
     * @param path where the journal is
     * @param seed decides when the process is killed
     */
    KilledSession(Class<?> program, Map<String, Integer> stepsOfRound, Path path, long seed) {
        this.program = program;
        this.stepsOfRound = stepsOfRound;
        this.path = path;
        this.random = new Random(seed);
    }

    /** Plays and is killed at a random point. */
    void beKilled() throws IOException, InterruptedException {
        play(Integer.MAX_VALUE, 1 + random.nextInt(LINES));
    }

    /**
     * Plays to the end of a round, and then to the end.
     *
     * @param first the role that acts first in a round
     * @return how many rounds there were
     */
    int end(String first) throws IOException, InterruptedException {
        int begun = steps.getOrDefault(first, 0) / stepsOfRound(first) + 1;
        assertThat(play(begun, Integer.MAX_VALUE)).isEqualTo("session CLOSED");
        int rounds = steps.getOrDefault(first, 0) / stepsOfRound(first);
        assertThat(steps).allSatisfy((role, done) -> {
            int ofEnd = role.contains(".") ? 0 : 1; // it is no affair of branches
            assertThat(done).as(role).isEqualTo(stepsOfRound(role) * rounds + ofEnd);
        });
        return rounds;
    }

    /**
     * Lets a process play, kills it after so many lines, and checks all its lines.
     *
     * @return the last line, if it is none of a role
     */
    private String play(int rounds, int lines) throws IOException, InterruptedException {
        Process process = start(rounds);
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

    private Process start(int rounds) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx32m",
                        "-cp",
                        String.join(File.pathSeparator, location(program), location(Session.class)),
                        program.getName(),
                        path.toString(),
                        Integer.toString(rounds))
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

    private int stepsOfRound(String role) {
        return Objects.requireNonNull(stepsOfRound.get(role), role);
    }

    /** A role goes on where it stood: it has done what it has acknowledged, and perhaps one step that it could not acknowledge any more. */
    private void step(Matcher said, Map<String, Integer> before) {
        String role = said.group(1);
        int cycle = stepsOfRound(role);
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
