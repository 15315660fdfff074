package dev.parley.testing;

import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionRunner;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tries a protocol out before any role is written: all roles improvise. Each does at random what the protocol lets it do next, with
 * payloads made up, until the session is over.
 *
 * <pre>{@code
 * Simulation simulation = Simulation.seeded(17);
 * Rehearsal.of(TwoBuyerSession::open).play(simulation);
 * System.out.println(simulation.diagram());
 * }</pre>
 *
 * <p>Values of primitive types, strings and the common types of {@code java.time}, {@code java.util} and {@code java.math} are made up;
 * for others {@link #payload} says how. For one thread at a time.
 */
public final class Rehearsal {

    private static final int MANY_STEPS = 1_000;

    private final Consumer<SessionOptions> open;
    private final Payloads payloads = new Payloads();
    private int steps = MANY_STEPS;

    private Rehearsal(Consumer<SessionOptions> open) {
        this.open = open;
    }

    /**
     * Prepares to try a protocol out.
     *
     * @param open opens a session with the given options, to which it may add: the {@code open} of the generated session class
     */
    public static Rehearsal of(Consumer<SessionOptions> open) {
        return new Rehearsal(open);
    }

    /**
     * Says how values of a type are made up.
     *
     * @param <T> the type
     * @param type its class, as payloads name it
     * @param maker makes one, from nothing but what the random numbers say
     */
    public <T> Rehearsal payload(Class<T> type, Function<? super Random, ? extends T> maker) {
        payloads.add(type, maker);
        return this;
    }

    /**
     * Sets after how many of its actions a role does not go round any more, but takes the shortest way to an end of the protocol. Where
     * there is none, the session is cancelled then. 1,000 by default.
     *
     * @param atMost how many sends and receives, 0 or more
     */
    public Rehearsal steps(int atMost) {
        if (atMost < 0) {
            throw new IllegalArgumentException("atMost is " + atMost + "; it must be 0 or more.");
        }
        steps = atMost;
        return this;
    }

    /**
     * Plays a session. What has happened is in the simulation's log and diagram then.
     *
     * @param simulation decides what is left to chance, and what goes wrong
     * @throws IllegalArgumentException if a payload is of a type that nothing is known of
     * @throws SimulatedCrashException if a role crashes, and the protocol does not go on without it
     */
    public void play(Simulation simulation) {
        open.accept(simulation.options());
        Session session = simulation.session();
        SessionRunner<RuntimeException> runner = new SessionRunner<>(session);
        ProtocolSpec protocol = session.protocol();
        session.players().map(session::roleOf).distinct().forEach(role -> {
            String name = protocol.roles().get(role);
            if (protocol.isFamily(role)) {
                runner.family(name, member -> enter(session, role, member, simulation), (member, each) -> each.play());
            } else {
                runner.role(name, () -> enter(session, role, 0, simulation), Improviser::play);
            }
        });
        try {
            runner.run();
        } catch (SessionCancelledException ended) {
            if (!session.reason().equals(Improviser.ENDLESS)) {
                throw ended;
            }
        }
    }

    private Improviser enter(Session session, int role, int member, Simulation simulation) {
        int player = session.players()
                .filter(part -> session.roleOf(part) == role && session.memberOf(part) == member)
                .findFirst()
                .orElseThrow();
        return new Improviser(session, player, part -> new Strand(session, part, simulation.chance(), payloads, steps));
    }
}
