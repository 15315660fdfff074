package dev.parley.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testing.EveryCrash.Crash;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PollCrashTest {

    @Test
    void nobodyIsLeftWaiting() {
        Set<String> crashed = EveryCrash.of(Rehearsal.of(PollSession::open)::play).play().stream()
                .map(Crash::role)
                .collect(Collectors.toSet());

        assertEquals(Set.of("Ann", "Bob", "Chair"), crashed);
    }
}
