package dev.parley.testing;

import dev.parley.runtime.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Plays a session again and again, and has each role crash in place of each of its actions, to see that no other role is left waiting: each
 * comes to its end, or hears that the session has failed.
 *
 * <pre>{@code
 * EveryCrash.of(simulation -> CalculatorSession.run(simulation.options(), Adding::client, Adding::server)).play();
 * EveryCrash.of(Rehearsal.of(CalculatorSession::open)::play).play(); // before any role is written
 * }</pre>
 *
 * <p>Immutable.
 */
public final class EveryCrash {

    private static final int SOME_SEEDS = 5;

    private final Consumer<? super Simulation> session;
    private final int actions;
    private final int seeds;

    /**
     * A role, or a member of a family, has crashed.
     *
     * @param role its name; that of a member has its index, such as {@code Worker[2]}
     * @param action in place of which of its actions, from 0; in place of a later one if that is part of a call that has begun
     * @param seed of the simulation
     * @param survived whether the session has gone on without it
     */
    public record Crash(String role, int action, long seed, boolean survived) {}

    private EveryCrash(Consumer<? super Simulation> session, int actions, int seeds) {
        this.session = session;
        this.actions = actions;
        this.seeds = seeds;
    }

    /**
     * Prepares to crash the roles of a session.
     *
     * @param session plays one session with the options of the simulation, to which it may add what else goes wrong; it must not catch
     *     what the session's {@code run} throws
     */
    public static EveryCrash of(Consumer<? super Simulation> session) {
        return new EveryCrash(session, Integer.MAX_VALUE, SOME_SEEDS);
    }

    /**
     * Sets in place of how many of its actions each role crashes. In place of all of them, if this is not called.
     *
     * @param atMost how many, 1 or more
     */
    public EveryCrash actions(int atMost) {
        return new EveryCrash(session, positive("atMost", atMost), seeds);
    }

    /**
     * Sets how often each crash is tried, each time in another order of events. 5 times, if this is not called.
     *
     * @param count how often, 1 or more
     */
    public EveryCrash seeds(int count) {
        return new EveryCrash(session, actions, positive("count", count));
    }

    private static int positive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " is " + number + "; it must be 1 or more.");
        }
        return number;
    }

    /**
     * Plays the session once without a crash, to learn its roles, and then with each crash.
     *
     * @return the crashes; those that a run did not come to are left out
     * @throws AssertionError if anything else went wrong than a role's crash: the message says in which run, and shows it
     */
    public List<Crash> play() {
        Simulation first = Simulation.seeded(0);
        session.accept(first);
        Session played = first.session();
        List<Crash> crashes = new ArrayList<>();
        played.players().mapToObj(played::nameOf).forEach(role -> crash(role, crashes));
        return List.copyOf(crashes);
    }

    private void crash(String role, List<Crash> crashes) {
        for (int action = 0; action < actions; action++) {
            int before = crashes.size();
            int number = action;
            IntStream.range(0, seeds).forEach(seed -> crash(role, number, seed, crashes));
            if (crashes.size() == before) {
                return; // it does not do that much
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever is wrong is shown together with the run
    private void crash(String role, int action, long seed, List<Crash> crashes) {
        Simulation simulation = Simulation.seeded(seed).crash(role, action);
        boolean survived = true;
        try {
            session.accept(simulation);
        } catch (SimulatedCrashException crash) {
            survived = false;
            if (crash.getSuppressed().length > 0) {
                throw failure(role, action, simulation, crash.getSuppressed()[0]);
            }
        } catch (Throwable failure) {
            throw failure(role, action, simulation, failure);
        }
        if (simulation.hasCrashed()) {
            crashes.add(new Crash(role, action, seed, survived));
        }
    }

    private static AssertionError failure(String role, int action, Simulation simulation, Throwable cause) {
        return new AssertionError(
                cause + "\nThat came of the crash of " + role + " in place of its action " + action + ": "
                        + simulation.again() + " with crash(\"" + role + "\", " + action + ")\n" + simulation.log()
                        + "\n\n" + simulation.diagram(),
                cause);
    }
}
