package dev.parley.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses nothing that it has acknowledged. */
class KilledProcessTest {

    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Path path = folder.resolve("journal");
        Random random = new Random(20261121);
        long known = 0;
        for (int i = 0; i < KILLS; i++) {
            long acknowledged = killed(path, known + random.nextInt(2_000));
            try (Journal journal = FileJournal.open(path)) {
                assertThat(journal.size()).isGreaterThanOrEqualTo(acknowledged);
                known = journal.size();
                List<String> all = Entries.of(journal);
                assertThat(all)
                        .isEqualTo(IntStream.range(0, all.size())
                                .mapToObj(Writer::text)
                                .toList());
            }
        }
    }

    /** Lets a process write, kills it when it has acknowledged so many entries, and returns how many it then had in the end. */
    private static long killed(Path path, long enough) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        // Surefire runs tests inside the module, so the class path does not have its classes.
                        String.join(File.pathSeparator, "target/classes", "target/test-classes"),
                        Writer.class.getName(),
                        path.toString())
                .redirectErrorStream(true)
                .start();
        long acknowledged = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            boolean alive = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last line may be torn as well.
                if (line.matches("\\[\\d+]")) {
                    acknowledged = Long.parseLong(line.substring(1, line.length() - 1));
                } else {
                    assertThat(alive).as(line).isFalse();
                }
                if (alive && acknowledged > enough) {
                    // Through its handle: the process itself would close the stream that still holds acknowledgements.
                    process.toHandle().destroyForcibly();
                    alive = false;
                }
            }
        }
        process.waitFor();
        return acknowledged;
    }

    /** Writes until it is killed, and says after each entry how many there are. */
    static final class Writer {

        private Writer() {}

        static String text(int number) {
            return "entry " + number + " ".repeat(number % 100);
        }

        public static void main(String[] arguments) {
            try (Journal journal = FileJournal.open(Path.of(arguments[0]))) {
                while (true) {
                    Entries.append(journal, text((int) journal.size()));
                    System.out.println("[" + journal.size() + "]");
                }
            }
        }
    }
}
