package dev.parley.samples.sessionpatterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.samples.sessionpatterns.creation.CreationSession;
import dev.parley.samples.sessionpatterns.invitation.InvitationSession;
import dev.parley.samples.sessionpatterns.lifecycle.LifecycleSession;
import dev.parley.testing.EveryCrash;
import dev.parley.testing.EveryCrash.Crash;
import dev.parley.testing.Rehearsal;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever crashes, and whenever: the others hear of it. */
class EveryCrashEndsTest {

    private static void assertEnds(Consumer<SessionOptions> open, String... roles) {
        Rehearsal rehearsal = Rehearsal.of(open).steps(20);

        assertThat(EveryCrash.of(rehearsal::play).actions(30).play())
                .extracting(Crash::role)
                .contains(roles);
    }

    @Test
    void ofACreation() {
        assertEnds(CreationSession::open, "Coordinator", "First", "Registry", "Second");
    }

    @Test
    void ofAnInvitation() {
        assertEnds(InvitationSession::open, "Guest", "Host");
    }

    @Test
    void ofALife() {
        assertEnds(LifecycleSession::open, "Author", "Keeper");
    }
}
