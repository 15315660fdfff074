package dev.parley.sessions.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the guide to what is compiled and run here. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../docs/guide-sessions-health.md");
    private static final Path PROGRAM = Path.of("src/test/java/dev/parley/sessions/micrometer/HealthAndFigures.java");

    private static String block(String marker) throws IOException {
        Matcher block = Pattern.compile("<!-- " + Pattern.quote(marker) + " -->\\n+```\\w*\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(block.find()).as(marker).isTrue();
        return block.group(1);
    }

    @Test
    void showsTheProgramAndWhatItPrints() throws IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            HealthAndFigures.main(new String[0]);
        } finally {
            System.setOut(console);
        }

        assertThat(block("same as: HealthAndFigures.java")).isEqualTo(Files.readString(PROGRAM));
        assertThat(block("printed"))
                .isEqualTo(printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void namesEveryMeterWithItsTags() throws IOException {
        Set<String> named = Pattern.compile("(?m)^\\| `(parley[.a-z]+)` \\| ([a-z, ]*?) *\\|")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(row -> (row.group(1) + " " + row.group(2)).strip())
                .collect(Collectors.toCollection(TreeSet::new));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (SessionManager manager =
                SessionManager.open(ManagerOptions.defaults().store(new MemoryStore()))) {
            SessionMetrics.of(manager).perSession().bindTo(registry);
            manager.create(SessionKind.ACTIVE, "chat", "ann");
        }

        assertThat(named)
                .isEqualTo(registry.getMeters().stream()
                        .map(meter -> (meter.getId().getName() + " "
                                        + meter.getId().getTags().stream()
                                                .map(tag -> tag.getKey())
                                                .collect(Collectors.joining(", ")))
                                .strip())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
