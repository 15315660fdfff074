package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A process that is to be killed, and says line by line what it has done, as the test sees it. */
public final class Node {

    private static final String WHOLE = "(took|lost|retries|waits|event|entry|saved|resumed|heard).*\\n";

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private Node(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a class of the tests. */
    public static Node start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED", // else newer JDKs warn of the driver for SQLite
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        String logging = System.getProperty("java.util.logging.config.file");
        if (logging != null) {
            command.add(1, "-Djava.util.logging.config.file=" + logging); // what it logs would stand among what it says
        }
        command.addAll(Arrays.asList(arguments));
        return new Node(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads until it has said so many lines of a kind since it was started. */
    public void await(String kind, int count) throws IOException {
        while (said(kind) < count) {
            read();
        }
    }

    /** Reads so many more lines, or until it has lost so many sessions: it may be too slow for its lease. */
    public void awaitMore(int count, int sessions) throws IOException {
        for (int i = 0; i < count && said("lost") < sessions; i++) {
            read();
        }
    }

    private long said(String kind) {
        return lines.stream().filter(line -> line.startsWith(kind)).count();
    }

    private void read() throws IOException {
        String line = output.readLine();
        assertThat(line).as(lines::toString).isNotNull();
        lines.add(line);
    }

    /** Stops it in the midst of what it does, until it is told to go on. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /**
     * Kills it.
     *
     * @return all that it has said
     */
    public List<String> kill() throws IOException, InterruptedException {
        // Through its handle: the process object would close the stream that still holds acknowledgements.
        process.toHandle().destroyForcibly();
        StringBuilder rest = new StringBuilder();
        for (int next = output.read(); next >= 0; next = output.read()) {
            rest.append((char) next);
        }
        process.waitFor();
        // The last line may be torn.
        rest.substring(0, rest.lastIndexOf("\n") + 1).lines().forEach(lines::add);
        assertThat(lines).allMatch(line -> (line + "\n").matches(WHOLE));
        return lines;
    }
}
