package dev.parley.compiler.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.KnownProtocols;
import dev.parley.compiler.KnownProtocols.Known;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownProtocolsTest {

    static List<Known> known() {
        return KnownProtocols.all();
    }

    @ParameterizedTest
    @MethodSource("known")
    void theCompilerAgreesWithWhatIsKnown(Known known) {
        assertThat(Theory.assertHolds(known.declaration()))
                .as(known.reason())
                .isEqualTo(new Theory.Verdict(known.errors(), known.fullMerge()));
    }
}
