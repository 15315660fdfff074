package dev.parley.samples.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.EveryCrash;
import dev.parley.testing.EveryCrash.Crash;
import dev.parley.testing.Rehearsal;
import org.junit.jupiter.api.Test;

/** Whoever crashes, and whenever: the others hear of it, also where they wait for room in a buffer. */
class EveryCrashEndsTest {

    @Test
    void ofTheProtocol() {
        Rehearsal rehearsal = Rehearsal.of(PipelineSession::open).steps(30);

        assertThat(EveryCrash.of(rehearsal::play).play())
                .extracting(Crash::role)
                .contains("Hasher", "Reader", "Writer");
    }
}
