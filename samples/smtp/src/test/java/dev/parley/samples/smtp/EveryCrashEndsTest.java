package dev.parley.samples.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.EveryCrash;
import dev.parley.testing.EveryCrash.Crash;
import dev.parley.testing.Rehearsal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whichever side crashes, and whenever: the other hears of it. */
class EveryCrashEndsTest {

    @Test
    void ofTheProtocol() {
        Rehearsal rehearsal = Rehearsal.of(SmtpSession::open)
                .payload(Reply.class, random -> new Reply(250, List.of("ok")))
                .steps(20);

        assertThat(EveryCrash.of(rehearsal::play).actions(30).play())
                .extracting(Crash::role)
                .contains("Client", "Server");
    }
}
