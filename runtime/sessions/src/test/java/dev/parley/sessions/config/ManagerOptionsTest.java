package dev.parley.sessions.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.sessions.model.Retry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagerOptionsTest {

    private static final ManagerOptions DEFAULTS = ManagerOptions.defaults();

    @Test
    void theDefaultsAreThoseThatAreDocumented() {
        assertThat(DEFAULTS.databasePath()).isEqualTo(Path.of("orchestration.db"));
        assertThat(DEFAULTS.node()).isEqualTo("local");
        assertThat(DEFAULTS.maxSessions()).isEqualTo(100);
        assertThat(DEFAULTS.maxSessionsPerOwner()).isEqualTo(100);
        assertThat(DEFAULTS.maxConversations()).isEqualTo(10);
        assertThat(DEFAULTS.maxParticipants()).isEqualTo(10);
        assertThat(DEFAULTS.inboxCapacity()).isEqualTo(1000);
        assertThat(DEFAULTS.eventBuffer()).isEqualTo(256);
        assertThat(DEFAULTS.inactivityTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(DEFAULTS.cleanupInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(DEFAULTS.autosaveInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DEFAULTS.lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DEFAULTS.healthInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DEFAULTS.metricsInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(DEFAULTS.shutdownTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DEFAULTS.retry()).isEqualTo(Retry.exponential(3, Duration.ofSeconds(1)));
        assertThat(DEFAULTS.store()).isEmpty();
        assertThat(DEFAULTS.time()).isEmpty();
        assertThat(DEFAULTS.executor()).isEmpty();
        assertThat(switches()).allMatch(key -> (boolean) get(DEFAULTS, key)).hasSize(6);
    }

    private static List<String> switches() {
        return keys(boolean.class);
    }

    private static List<String> keys(Class<?> type) {
        return Arrays.stream(ManagerOptions.class.getMethods())
                .filter(method -> method.getReturnType() == type && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("toString")
                        && !method.getName().equals("hashCode"))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    private static Object get(ManagerOptions options, String key) {
        try {
            return ManagerOptions.class.getMethod(key).invoke(options);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static ManagerOptions set(String key, Class<?> type, Object value) throws Throwable {
        try {
            return (ManagerOptions) ManagerOptions.class.getMethod(key, type).invoke(DEFAULTS, value);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void everyKeyIsSetAloneAndNothingElseChanges() throws Throwable {
        for (String key : switches()) {
            checkSet(key, boolean.class, false);
        }
        for (String key : keys(int.class)) {
            checkSet(key, int.class, 7);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> set(key, int.class, 0))
                    .withMessageContaining("The option " + key + " is 0");
        }
        for (String key : keys(Duration.class)) {
            checkSet(key, Duration.class, Duration.ofMillis(7));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> set(key, Duration.class, Duration.ZERO))
                    .withMessageContaining("The option " + key + " is PT0S");
        }
        checkSet("databasePath", Path.class, Path.of("other.db"));
        checkSet("node", String.class, "n2");
        checkSet("retry", Retry.class, Retry.NEVER);
    }

    private static void checkSet(String changed, Class<?> type, Object value) throws Throwable {
        ManagerOptions options = set(changed, type, value);
        for (Class<?> each : List.of(boolean.class, int.class, Duration.class, Path.class, String.class, Retry.class)) {
            for (String key : keys(each)) {
                assertThat(get(options, key)).as(key).isEqualTo(key.equals(changed) ? value : get(DEFAULTS, key));
            }
        }
    }
}
