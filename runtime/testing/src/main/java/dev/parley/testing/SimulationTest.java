package dev.parley.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test many times, each with a {@link Simulation} of another seed, which the method takes as its parameter. When it fails, the
 * failure names the seed and shows what happened.
 *
 * <pre>{@code
 * @SimulationTest
 * void addsWhateverTheOrder(Simulation simulation) {
 *     CalculatorSession.run(simulation.options(), Adding::client, Adding::server);
 * }
 * }</pre>
 *
 * <p>To run one seed again, and nothing else: {@code @SimulationTest(seed = 17, runs = 1)}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SimulationExtension.class)
public @interface SimulationTest {

    /** The first run's seed; those that follow are counted up from it. */
    long seed() default 0;

    /** How many runs there are, at least 1. */
    int runs() default 100;
}
