package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.CorruptSessionException;
import dev.parley.sessions.store.StaleClaimException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private final ManagerFixture fixture = new ManagerFixture();

    private ManagerFixture next(String node) {
        return new ManagerFixture(
                options -> options.store(fixture.store).time(fixture.time).node(node));
    }

    @Test
    void aNodeThatIsStartedAgainGoesOnWithItsSessions() {
        SessionHandle first = fixture.started("first");
        SessionHandle paused = fixture.started("paused");
        paused.pause("for lunch");
        fixture.started("over").terminate("enough", Map.of());

        try (ManagerFixture again = next(fixture.options.node())) {
            RecoveryReport report = again.manager.recover();

            assertThat(report.failures()).isEmpty();
            assertThat(report.recovered())
                    .extracting(SessionHandle::id)
                    .containsExactlyInAnyOrder(first.id(), paused.id());
            assertThat(again.manager.session(paused.id()).now().status()).isEqualTo(ManagedStatus.IDLE);
            assertThat(again.events(Recovered.class)).hasSize(2);
            again.manager.session(first.id()).pause("later");
            assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> first.pause("now"));
            assertThat(again.manager.recover().recovered())
                    .as("they are run already")
                    .isEmpty();
        }
    }

    @Test
    void sessionsOfANodeThatIsGoneAreTakenWhereThereIsRoom() {
        for (int i = 0; i < 5; i++) {
            fixture.started("chat " + i);
        }
        try (ManagerFixture other = new ManagerFixture(options ->
                options.store(fixture.store).time(fixture.time).node("other").maxSessions(3))) {
            other.manager.create(SessionKind.ACTIVE, "mine", "bob");
            assertThat(other.manager.recover().recovered()).as("it is alive").isEmpty();

            fixture.store.renew(fixture.options.node(), fixture.time.instant().minusSeconds(1));

            assertThat(other.manager.recover().recovered()).hasSize(2);
            assertThat(other.manager.recover().recovered())
                    .as("there is no room")
                    .isEmpty();
        }
    }

    @Test
    void aDamagedSessionDoesNotKeepOthersFromGoingOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sessions.db");
        ManagerOptions options =
                ManagerOptions.defaults().databasePath(file).node("n1").logging(false);
        String damaged;
        String whole;
        try (SessionManager manager = SessionManager.open(options)) {
            damaged = manager.create(SessionKind.ACTIVE, "damaged", "ann").id();
            whole = manager.create(SessionKind.ACTIVE, "whole", "ann").id();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE session SET details = '{' WHERE id = '" + damaged + "'");
        }
        try (SessionManager manager = SessionManager.open(options)) {
            RecoveryReport report = manager.recover();

            assertThat(report.recovered()).extracting(SessionHandle::id).containsExactly(whole);
            assertThat(report.failures()).containsOnlyKeys(damaged);
            assertThat(report.failures().get(damaged)).isInstanceOf(CorruptSessionException.class);
        }
    }
}
