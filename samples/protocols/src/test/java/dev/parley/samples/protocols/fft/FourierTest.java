package dev.parley.samples.protocols.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {

    private static double[] noise(int length, Random random) {
        return random.doubles(length, -1, 1).toArray();
    }

    /** The definition, in time that grows with the square of the length. */
    private static Fourier.Spectrum direct(double[] signal) {
        double[] re = new double[signal.length];
        double[] im = new double[signal.length];
        for (int k = 0; k < signal.length; k++) {
            for (int i = 0; i < signal.length; i++) {
                double angle = -2 * Math.PI * k * i / signal.length;
                re[k] += signal[i] * Math.cos(angle);
                im[k] += signal[i] * Math.sin(angle);
            }
        }
        return new Fourier.Spectrum(re, im);
    }

    private static void assertIsSpectrum(Fourier.Spectrum spectrum, double[] signal) {
        Fourier.Spectrum expected = direct(signal);
        for (int k = 0; k < signal.length; k++) {
            assertThat(spectrum.re(k)).isCloseTo(expected.re(k), within(1e-9 * signal.length));
            assertThat(spectrum.im(k)).isCloseTo(expected.im(k), within(1e-9 * signal.length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 64, 1024})
    void isWhatTheDefinitionSays(int length) {
        double[] signal = noise(length, new Random(length));

        assertIsSpectrum(Fourier.transform(SessionOptions.defaults(), signal), signal);
    }

    @Test
    void findsATone() {
        double[] signal = new double[256];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = Math.cos(2 * Math.PI * 17 * i / signal.length);
        }

        Fourier.Spectrum spectrum = Fourier.transform(SessionOptions.defaults(), signal);

        for (int k = 0; k <= 128; k++) {
            assertThat(Math.sqrt(spectrum.power(k))).isCloseTo(k == 17 ? 128 : 0, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 12})
    void otherLengthsAreRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fourier.transform(SessionOptions.defaults(), new double[length]))
                .withMessageContaining("power of two");
    }

    @SimulationTest
    void isTheSameInEveryOrder(Simulation simulation) {
        double[] signal = noise(16, simulation.random());

        assertIsSpectrum(
                Fourier.transform(simulation.delay(Duration.ofMillis(5)).options(), signal), signal);
    }
}
