package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application's log shows of its sessions. */
class EventLogTest {

    private final Logger log = Logger.getLogger("dev.parley.sessions.events");
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        log.addHandler(lines);
    }

    @AfterEach
    void forget() {
        log.removeHandler(lines);
        log.setLevel(null);
    }

    @Test
    void theCourseOfASessionIsLogged() {
        try (ManagerFixture fixture = new ManagerFixture(options -> options.logging(true))) {
            SessionHandle session = fixture.started("chat");
            session.fail("no power");
            session.terminate("given up", Map.of());

            assertThat(lines.all)
                    .anySatisfy(
                            line -> assertThat(line).contains(session.id()).contains("was INITIALIZING and is ACTIVE"))
                    .anySatisfy(line -> assertThat(line).startsWith("WARNING").contains("no power"))
                    .anySatisfy(line -> assertThat(line).contains("was ERROR and is TERMINATED: given up"));
        }
    }

    @Test
    void nothingIsLoggedWhereLoggingIsOff() {
        try (ManagerFixture fixture = new ManagerFixture(options -> options.logging(false))) {
            fixture.started("chat").fail("no power");
        }

        assertThat(lines.all).isEmpty();
    }

    private static final class Lines extends Handler {

        private final List<String> all = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            all.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
