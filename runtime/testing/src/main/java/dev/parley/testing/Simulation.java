package dev.parley.testing;

import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionListener;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionStatus;
import dev.parley.runtime.effect.Flow;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs sessions so that everything left to chance is drawn by a seed: who acts next, how long messages take, what is lost. Time is virtual:
 * when all roles wait, it jumps to the next moment that matters, so a timeout of an hour takes no time. A run with the same seed is the
 * same run.
 *
 * <pre>{@code
 * Simulation simulation = Simulation.seeded(17).delay(Duration.ofMillis(50));
 * CalculatorSession.run(simulation.options(), Adding::client, Adding::server);
 * }</pre>
 *
 * <p>The roles must be played by the {@code run} of the generated session class or, where handlers play some, by {@link #play}, and may wait for one another through the session only: one
 * runs at a time, so a role that waits for another one's lock waits for ever. Their programs must do nothing that differs from run to
 * run. For one thread at a time.
 */
public final class Simulation {

    /** Crashes that the simulation has planned are in its log, so the session need not log them. */
    private static final SessionListener CRASHES = new SessionListener() {
        @Override
        public void statusChanged(Session session, SessionStatus from, SessionStatus to) {}

        @Override
        public void roleCrashed(Session session, String role, Throwable cause) {
            if (!(cause instanceof SimulatedCrashException)) {
                System.getLogger(Simulation.class.getName())
                        .log(
                                Level.WARNING,
                                role + " has crashed in session " + session.id() + ", which goes on.",
                                cause);
            }
        }
    };

    private final Chance chance;
    private final Random random;
    private final History history = new History();
    private final Map<String, Integer> crashes = new HashMap<>();
    private final List<Faults.Partition> partitions = new ArrayList<>();
    private final List<Faults.Exhaustion> exhaustions = new ArrayList<>();
    private final Map<String, Integer> cancellations = new HashMap<>();
    private OptionalInt failingFact = OptionalInt.empty();
    private OptionalInt failingEntry = OptionalInt.empty();
    private long longestDelay;
    private long longestThought;
    private double loss;
    private @Nullable SimulatedSession last;

    private Simulation(Chance chance, Random random) {
        this.chance = chance;
        this.random = random;
    }

    /** Creates one of the runs that differ in nothing else than what a chance decides. */
    Simulation(Chance chance) {
        this(chance, new Random(0));
    }

    /**
     * Creates a simulation without faults.
     *
     * @param seed decides all that is left to chance
     */
    public static Simulation seeded(long seed) {
        // Two generators with one seed would draw the same numbers.
        return new Simulation(Chance.seeded(seed), new Random(new Random(seed).nextLong()));
    }

    /**
     * Returns random numbers for the test and the roles' programs, which are to draw none of their own: they are the same again in a run
     * with the same seed, and in all runs of an exploration.
     */
    public Random random() {
        return random;
    }

    Chance chance() {
        return chance;
    }

    /** Returns the session opened last with these options. */
    Session session() {
        return last().session();
    }

    /** Returns whether a role has crashed because this says so. */
    boolean hasCrashed() {
        return history.hasCrash();
    }

    /** Checks, after a run, that it went the way that was decided. */
    void check() {
        chance.check();
    }

    /** Returns the annotation with which a test runs this very simulation again. */
    public String again() {
        return chance.again();
    }

    /**
     * Lets each message take its time, in the order in which they were sent from one role to another. Messages of an edge that keeps
     * only the latest value arrive at once.
     *
     * @param atMost the longest time, 0 or more
     */
    public Simulation delay(Duration atMost) {
        longestDelay = notNegative(atMost).toNanos();
        return this;
    }

    /**
     * Loses messages on edges whose declaration allows that: of the latest value, or that drop when full.
     *
     * @param probability how likely each is lost, 0 to 1
     */
    public Simulation loss(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("The probability is " + probability + "; it must be 0 to 1.");
        }
        loss = probability;
        return this;
    }

    /**
     * Lets roles take their time before they choose where the protocol sets a timeout, so that some choose too late.
     *
     * @param atMost the longest time, 0 or more; a role that would take as long as its timeout or longer is too late
     */
    public Simulation thought(Duration atMost) {
        longestThought = notNegative(atMost).toNanos();
        return this;
    }

    /**
     * Lets a role crash: its program fails with a {@link SimulatedCrashException}.
     *
     * @param role its name
     * @param action in place of which of its actions, sends and receives, from 0; if it has fewer, it does not crash
     */
    public Simulation crash(String role, int action) {
        crashes.put(role, notNegative("action", action));
        return this;
    }

    /**
     * Leaves a role nothing to spend: guarded messages that cost something are denied from then on, until an epoch begins.
     *
     * @param role whose flow budget runs out
     * @param peer the name of the role that it is for sending to
     * @param action after how many actions of the role, sends and receives; 0 for before the first
     */
    public Simulation exhaust(String role, String peer, int action) {
        exhaustions.add(new Faults.Exhaustion(new Flow(role, peer), notNegative("action", action)));
        return this;
    }

    /**
     * Lets the journal of facts fail, as a full disk does: the session faults when it is to record the fact.
     *
     * @param fact how many facts it records before it fails, 0 or more
     */
    public Simulation failFacts(int fact) {
        failingFact = OptionalInt.of(notNegative("fact", fact));
        return this;
    }

    /**
     * Lets the journal of a durable session fail, as a full disk does: the session faults when it is to write the entry. It may be reopened,
     * with a journal that takes more.
     *
     * @param entry how many entries it takes before it fails, 0 or more; the first is written when the session opens
     */
    public Simulation failJournal(int entry) {
        failingEntry = OptionalInt.of(notNegative("entry", entry));
        return this;
    }

    /**
     * Lets a role cancel the session.
     *
     * @param role its name
     * @param action in place of which of its actions, sends and receives, from 0; if it has fewer, it does not cancel
     */
    public Simulation cancel(String role, int action) {
        cancellations.put(role, notNegative("action", action));
        return this;
    }

    private static int notNegative(String what, int number) {
        if (number < 0) {
            throw new IllegalArgumentException("The " + what + " is " + number + "; it must be 0 or more.");
        }
        return number;
    }

    /**
     * Keeps two roles apart: what they send each other arrives when it is over.
     *
     * @param role the name of one
     * @param other the name of the other
     * @param from when it begins, in virtual time
     * @param until when it is over
     */
    public Simulation partition(String role, String other, Duration from, Duration until) {
        if (from.compareTo(until) > 0) {
            throw new IllegalArgumentException("The partition begins at " + from + ", after its end at " + until + ".");
        }
        partitions.add(new Faults.Partition(role, other, notNegative(from).toNanos(), until.toNanos()));
        return this;
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The duration is " + duration + "; it must not be negative.");
        }
        return duration;
    }

    /** Returns what opens the next session in this simulation; to be called once for each. */
    public SessionOptions options() {
        Faults.Plan plan = new Faults.Plan(
                longestDelay,
                longestThought,
                loss,
                crashes,
                partitions,
                exhaustions,
                cancellations,
                failingFact,
                failingEntry);
        last = new SimulatedSession(plan, chance, history);
        return SessionOptions.defaults().listener(CRASHES).conductor(last);
    }

    /**
     * Names the program of a role, for {@link #play}: for roles beside those that handlers play.
     *
     * <pre>{@code
     * CalculatorSession session = CalculatorSession.open(simulation.options());
     * session.server(new Reactor(), new Adding());
     * simulation.program("Client", session::client, Adding::client);
     * simulation.play();
     * }</pre>
     *
     * @param <S> the type of the role's first state
     * @param role its name
     * @param enter enters the role
     * @param program plays it
     */
    public <S> Simulation program(String role, Supplier<S> enter, RoleProgram<? super S, ?> program) {
        last().program(role, enter, program);
        return this;
    }

    /**
     * Plays the session opened last with these options: the roles that were given to a reactor, whichever it is, and those whose programs were
     * named. The simulation takes the place of the reactor, which is not run, and plays each of these roles as if it had a reactor of its own. Not
     * for sessions whose roles are all played by the {@code run} of their class.
     *
     * @throws Exception the failure that has ended the session: for a handler's a {@link dev.parley.runtime.HandlerException} whose cause it is
     * @throws IllegalStateException if a role is played by nobody
     */
    public void play() throws Exception {
        last().play();
    }

    private SimulatedSession last() {
        return Objects.requireNonNull(last, "nobody has asked for options");
    }

    /** Returns how much virtual time the last session has taken so far. */
    public Duration elapsed() {
        return Duration.ofNanos(last == null ? 0 : last.elapsed());
    }

    /** Returns what has happened so far, a line for each send and each receipt. */
    public String log() {
        return history.log();
    }

    /** Returns what has happened so far as a sequence diagram in Mermaid's language. */
    public String diagram() {
        return history.diagram();
    }
}
