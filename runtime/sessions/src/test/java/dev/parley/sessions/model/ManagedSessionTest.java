package dev.parley.sessions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ManagedSessionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private static ManagedSession session(ManagedStatus status) {
        return ManagedSession.builder("s1", SessionKind.ACTIVE, "chat", "ann", NOON)
                .status(status, "")
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "INITIALIZING, ACTIVE",
        "INITIALIZING, ERROR",
        "ACTIVE, IDLE",
        "ACTIVE, COMPLETED",
        "ACTIVE, ERROR",
        "ACTIVE, TERMINATED",
        "IDLE, ACTIVE",
        "IDLE, TERMINATED",
        "ERROR, TERMINATED"
    })
    void goesOnAsTheTableSays(ManagedStatus from, ManagedStatus to) {
        ManagedSession next = session(from).become(to, "because", NOON.plusSeconds(9));

        assertThat(next.status()).isEqualTo(to);
        assertThat(next.statusReason()).isEqualTo("because");
        assertThat(next.lastActivity()).isEqualTo(Instant.parse("2026-01-01T12:00:09.123Z"));
        assertThat(next.createdAt()).isEqualTo(Instant.parse("2026-01-01T12:00:00.123Z"));
    }

    @ParameterizedTest
    @EnumSource
    void goesOnInNoOtherWay(ManagedStatus from) {
        for (ManagedStatus to : ManagedStatus.values()) {
            if (!from.next().contains(to)) {
                assertThatExceptionOfType(StatusTransitionException.class)
                        .isThrownBy(() -> session(from).become(to, "", NOON))
                        .satisfies(refused -> {
                            assertThat(refused.from()).isEqualTo(from);
                            assertThat(refused.to()).isEqualTo(to);
                            assertThat(refused.allowed()).isEqualTo(from.next());
                        });
            }
        }
    }

    @Test
    void aRefusalNamesWhatIsPossible() {
        assertThatExceptionOfType(StatusTransitionException.class)
                .isThrownBy(() -> session(ManagedStatus.INITIALIZING).become(ManagedStatus.TERMINATED, "", NOON))
                .withMessage(
                        "The session s1 is INITIALIZING and cannot become TERMINATED: only ACTIVE or ERROR may follow.");
        assertThatExceptionOfType(StatusTransitionException.class)
                .isThrownBy(() -> session(ManagedStatus.COMPLETED).become(ManagedStatus.ACTIVE, "", NOON))
                .withMessageEndingWith("nothing follows that. Create another session.");
    }

    @Test
    void isLiveUntilAFinalStatus() {
        for (ManagedStatus status : ManagedStatus.values()) {
            assertThat(session(status).isLive())
                    .isEqualTo(status != ManagedStatus.COMPLETED && status != ManagedStatus.TERMINATED);
        }
    }

    @Test
    void aCopyDiffersInWhatIsSaidOnly() {
        ManagedSession session = ManagedSession.builder("s1", SessionKind.DIRECTOR, "plan", "ann", NOON)
                .workspace("/work")
                .expiresAt(Optional.of(NOON.plusSeconds(60)))
                .tags(Set.of("b", "a"))
                .capabilities(Set.of("split"))
                .constraints(Map.of("budget", "100"))
                .preferences(Map.of("tone", "dry"))
                .resources(new Resources(1, 0.5, 2))
                .metadata(Map.of("domain", "law"))
                .build();

        assertThat(session.toBuilder().build()).isEqualTo(session);
        assertThat(session.toBuilder().name("other").owner("bob").build())
                .isNotEqualTo(session)
                .usingRecursiveComparison()
                .ignoringFields("name", "owner")
                .isEqualTo(session);
        assertThat(session.tags()).containsExactly("a", "b");
    }

    @Test
    void whatNoStoreCouldKeepIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManagedSession.builder("s1", SessionKind.ACTIVE, " ", "ann", NOON)
                        .build())
                .withMessageContaining("name of a session is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session(ManagedStatus.ACTIVE).toBuilder()
                        .tags(Set.of("a\0b"))
                        .build())
                .withMessageContaining("a?b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session(ManagedStatus.ACTIVE).toBuilder()
                        .workspace("half \uD83D")
                        .build())
                .withMessageContaining("half of a character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session(ManagedStatus.ACTIVE).toBuilder()
                        .metadata(Map.of("$.x", "y"))
                        .build())
                .withMessageContaining("no name for metadata");
        assertThatIllegalArgumentException().isThrownBy(() -> new Resources(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Resources(0, Double.NaN, 0));
    }
}
