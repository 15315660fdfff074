package dev.parley.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test with every run of a session there is, within a number of preemptions, instead of some drawn by seeds: the method takes the
 * {@link Simulation} of each as its parameter. When it fails, the failure names the run and shows what happened; those behind it are run
 * all the same.
 *
 * <pre>{@code
 * @ExplorationTest(preemptions = 1)
 * void everyVoteCounts(Simulation simulation) {
 *     PollSession.run(simulation.options(), Voting::ann, Voting::bob, Voting::chair);
 * }
 * }</pre>
 *
 * <p>To run one of them again, and nothing else: {@code @ExplorationTest(run = "0.1")}.
 *
 * @see Exploration
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ExplorationExtension.class)
public @interface ExplorationTest {

    /** How many times in a run a role that could go on gives way to another, 0 or more. */
    int preemptions() default 2;

    /** After how many runs to stop though there are more, at least 1. */
    int runs() default 10_000;

    /** The only run, as a failure names it; empty for all. */
    String run() default "";
}
