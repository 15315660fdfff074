package dev.parley.runtime;

import dev.parley.runtime.Alarms.Alarm;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Timeout;
import dev.parley.runtime.buffer.Waiter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The place of a role that has choices with timeouts. What generated endpoints of such roles build on; users never see it.
 *
 * <p>Where one thread plays all roles, there is no clock: the time is looked at when the role chooses, and when another finds nothing from
 * it. A reactor looks at it between two calls of the handler, so what a handler chooses is never too late, and no other thread has a part in it.
 *
 * @param <H> the role's handler; {@link Void} if the role has none
 */
public abstract class TimedEndpoint<H> extends EventEndpoint<H> implements Prompt {

    private final Session session;
    private final List<State> states;
    private final int part;
    private final AtomicBoolean prompted = new AtomicBoolean();

    /** Null where a reactor plays the role. */
    private volatile @Nullable TimedChoice choice;

    /** When the time is up where a reactor plays the role, on the clock of its waiting. */
    private long due;

    /** Whether the reactor is to give the role a turn then. */
    private boolean waiting;

    private @Nullable Alarm alarm;

    /**
     * Enters a role.
     *
     * @param place the session, or where another endpoint has left the role
     * @param role the role's number
     * @throws RoleTakenException if it was entered before
     */
    protected TimedEndpoint(Place place, int role) {
        this(place, role, null);
    }

    /**
     * Enters a role.
     *
     * @param place the session, or where another endpoint has left the role
     * @param role the role's number
     * @param reactor what will play it; null for direct style
     * @throws RoleTakenException if it was entered before
     */
    protected TimedEndpoint(Place place, int role, @Nullable Reactor reactor) {
        super(place, role, reactor);
        this.session = place.session();
        this.part = session.cast().part(role, 0);
        this.states = session.protocol().machines().get(role).states();
    }

    /**
     * Enters a role, or becomes a member of a family.
     *
     * @param place the session, or where another endpoint has left the role
     * @param role the role's number
     * @param member the member's index; 0 where the role is no family
     * @throws RoleTakenException if it was entered before
     * @throws IndexOutOfBoundsException if the family has no such member
     */
    protected TimedEndpoint(Place place, int role, int member) {
        super(place, role, member);
        this.session = place.session();
        this.part = session.cast().part(role, member);
        this.states = session.protocol().machines().get(role).states();
    }

    /** The role has entered a state with a timeout: its time begins now. */
    public final void startTimer() {
        Timeout timeout = states.get(state()).timeout().orElseThrow();
        if (reactor() != null) {
            due = deadline(timeout.after());
            return;
        }
        TimedChoice begun = new TimedChoice(session, this, states, timeout, now());
        choice = begun;
        if (session.conductor() == null && !session.isSameThread()) {
            begun.start();
            if (session.hasEnded()) { // perhaps before it could see this choice
                begun.stop();
            }
        }
    }

    /**
     * Returns whether the time is up for a role that a reactor plays, and that has not chosen; if not, it gets another turn then.
     *
     * @throws SessionClosedException if nothing more can be sent
     * @throws SessionCancelledException if the session was cancelled or has failed
     */
    public final boolean isTimeUp() {
        checkTurn();
        if (now() - due >= 0) {
            return true;
        }
        if (!waiting) {
            waiting = true;
            alarm = session.conductor() == null
                    ? Objects.requireNonNull(reactor()).alarms().set(this, due)
                    : null;
        }
        return false;
    }

    @Override
    public final void lookAgain() {
        prompted.set(true);
        Waiter place = place();
        if (session.conductor() == null || place == null) {
            wake();
        } else {
            place.wake();
        }
    }

    /** Returns whether the handler is to look again whether it chooses, and takes note that it does. */
    public final boolean isPrompted() {
        return prompted.getAndSet(false);
    }

    @Override
    final long alarm() {
        return waiting ? due : super.alarm();
    }

    @Override
    final void cancelAlarm() {
        waiting = false;
        if (alarm != null) {
            Objects.requireNonNull(reactor()).alarms().cancel(alarm);
            alarm = null;
        }
    }

    /**
     * The role chooses an alternative without a timeout.
     *
     * @throws ChoiceTimedOutException if the other one has been taken for it
     */
    public final void choose() {
        if (!isInTime()) {
            throw late(Objects.requireNonNull(choice));
        }
    }

    private ChoiceTimedOutException late(TimedChoice missed) {
        Timeout timeout = missed.timeout();
        LocalState now = session.standing(part, state());
        String label = session.protocol().message(timeout.transition()).label();
        return new ChoiceTimedOutException(now.role() + " did not choose in " + now.name() + " within " + text(timeout)
                + ", so " + label + " was sent for it. Call " + label + "() to go on: it sends nothing any more.");
    }

    /**
     * {@inheritDoc}
     *
     * @throws ChoiceTimedOutException if the role is in a state with a timeout, and the time is up: nobody is taken in then
     */
    @Override
    public final int admit(int family, int entry) {
        TimedChoice open = choice;
        return open == null || open.source() != state()
                ? super.admit(family, entry)
                : open.whileOpen(() -> super.admit(family, entry)).orElseThrow(() -> late(open));
    }

    /**
     * The role chooses the alternative with the timeout, or takes note that it was chosen.
     *
     * @return whether the role is to send the message; else that has been done
     */
    public final boolean isInTime() {
        TimedChoice open = choice;
        if (open == null) {
            return true;
        }
        Conductor conductor = session.conductor();
        if (conductor != null && !conductor.chooses(part, open.deadline())) {
            open.run();
        } else {
            runIfDue(open);
        }
        return open.choose();
    }

    /** One thread plays all roles, and has found nothing on an edge: sends what its sender's timeout says, if it is time. */
    static boolean sendIfDue(Session session, int edge) {
        int from = session.protocol().edges().get(edge).from();
        if (session.cast().isPart(from)) { // leaves no garbage: this is done for many a look
            return sendsIfDue(session, from);
        }
        return session.cast()
                        .parts()
                        .filter(part -> session.cast().role(part) == from)
                        .filter(part -> sendsIfDue(session, part))
                        .count()
                > 0;
    }

    private static boolean sendsIfDue(Session session, int part) {
        return session.endpoint(part) instanceof TimedEndpoint<?> sender && sender.takeIfDue();
    }

    /** Takes the alternative with the timeout if one thread plays all roles and the time is up; returns whether it did. */
    private boolean takeIfDue() {
        TimedChoice open = choice;
        return open != null && runIfDue(open);
    }

    private boolean runIfDue(TimedChoice open) {
        if (!session.isSameThread() || open.isTimedOut() || now() - open.deadline() < 0) {
            return false;
        }
        open.run();
        return open.isTimedOut();
    }

    /** Returns a timeout in the words of its annotation, such as {@code 30s}. */
    static String text(Timeout timeout) {
        return timeout.after().toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    @Override
    final int position() {
        TimedChoice last = choice;
        int state = stateNumber();
        return last != null && last.source() == state && last.isTimedOut() ? last.target() : state;
    }

    @Override
    final int resign() {
        TimedChoice last = choice;
        if (last != null && last.source() == state()) {
            last.choose();
        }
        return position();
    }

    @Override
    final void stop() {
        TimedChoice now = choice;
        if (now != null) {
            now.stop();
        }
    }
}
