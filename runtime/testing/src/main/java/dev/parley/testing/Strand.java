package dev.parley.testing;

import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Gathering;
import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Leaving;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.Session;
import dev.parley.runtime.Turns;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.OutLane;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One machine of an improviser: where it may do several things, chance decides. */
final class Strand extends Endpoint {

    private static final int NO_WAY = Integer.MAX_VALUE;

    private final Session session;
    private final Machine machine;
    private final Chance chance;
    private final Payloads payloads;
    private final int[] toEnd;
    private final Map<Integer, OutLane> out = new HashMap<>();
    private final Map<Integer, InLane> in = new HashMap<>();
    private final Map<Integer, Gathering> gatherings = new HashMap<>();
    private final Map<Integer, Turns> turns = new HashMap<>();
    private int stepsLeft;
    private int state;
    private boolean done;

    Strand(Session session, int part, Chance chance, Payloads payloads, int steps) {
        super(session, session.roleOf(part), session.memberOf(part));
        this.session = session;
        this.machine = session.protocol().machines().get(session.roleOf(part));
        this.chance = chance;
        this.payloads = payloads;
        this.stepsLeft = steps;
        this.toEnd = distances(machine.states());
    }

    @Override
    protected int state() {
        return state;
    }

    /** Returns whether it will do nothing more. */
    boolean isDone() {
        return done;
    }

    /** Returns whether it is a party of a role, and in a run of its branch. */
    private boolean isUnderWay(int role) {
        return machine.role() == role && state != 0;
    }

    /**
     * Does the next thing, if that can be done without waiting.
     *
     * @param strands all that are played in this thread
     * @return whether it could
     */
    boolean act(List<Strand> strands) {
        State now = machine.states().get(state);
        if (!now.receives()) {
            send(choose(now.transitions()));
            return true;
        }
        if (take(now, strands)) {
            return true;
        }
        if (now.accepting() && !isIdle(now) && over()) {
            finish();
            done = true;
        }
        return done;
    }

    /** A party between two runs of its branch is over when its role is. */
    private boolean isIdle(State now) {
        return session.protocol().isParty(machine.role()) && now.accepting();
    }

    private Transition choose(List<Transition> possible) {
        if (stepsLeft > 0) {
            return possible.get(chance.next(possible.size(), Chance.NOBODY));
        }
        Transition shortest = possible.get(0);
        for (Transition each : possible) {
            if (toEnd[each.target()] < toEnd[shortest.target()]) {
                shortest = each;
            }
        }
        if (toEnd[shortest.target()] == NO_WAY) {
            session.cancel(Improviser.ENDLESS);
        }
        return shortest;
    }

    private void send(Transition send) {
        if (isForMembers(send.edge())) {
            int party = session.protocol().edges().get(send.edge()).to();
            turns.computeIfAbsent(party, this::turnsOf).begin();
            enter(send.target());
            return;
        }
        send.guard().ifPresent(this::guard);
        if (send.leaving() == Leaving.CERTAIN) {
            leave();
        }
        message(send).write(out.computeIfAbsent(send.edge(), this::out), payloads.of(message(send), chance));
        enter(send.target());
    }

    /** Returns whether an edge is to the parties, or from them, that play a block for each member of a family. */
    private boolean isForMembers(int number) {
        ProtocolSpec protocol = session.protocol();
        Edge edge = protocol.edges().get(number);
        return protocol.isInternal(edge)
                && protocol.gathers(edge.to() == machine.role() ? number : edge(edge.to(), edge.from()));
    }

    private Turns turnsOf(int party) {
        return turns(edge(machine.role(), party), edge(party, machine.role()));
    }

    private int edge(int from, int to) {
        List<Edge> edges = session.protocol().edges();
        return IntStream.range(0, edges.size())
                .filter(number ->
                        edges.get(number).from() == from && edges.get(number).to() == to)
                .findFirst()
                .orElseThrow();
    }

    private boolean take(State now, List<Strand> strands) {
        for (Transition receive : now.transitions()) {
            if (isForMembers(receive.edge())) {
                int party = session.protocol().edges().get(receive.edge()).from();
                return join(party, receive.target(), strands);
            }
            if (session.protocol().gathers(receive.edge())) {
                gather(receive);
                return true;
            }
            InLane lane = in.computeIfAbsent(receive.edge(), this::in);
            if (lane.poll() >>> 32 == receive.message() && lane.poll() > 0) {
                active();
                lane.advance();
                if (receive.leaving() == Leaving.CERTAIN) {
                    leave();
                }
                enter(receive.target());
                return true;
            }
        }
        return false;
    }

    /** Comes back from a block that was run for each member, if it was: the parties are played in the same thread. */
    private boolean join(int party, int target, List<Strand> strands) {
        if (strands.stream().anyMatch(each -> each.isUnderWay(party))) {
            return false;
        }
        turns.computeIfAbsent(party, this::turnsOf).join();
        enter(target);
        return true;
    }

    /** Takes the message of every member, waiting for it: a role that gathers has nothing else to do. */
    private void gather(Transition receive) {
        Gathering gathering = gatherings.computeIfAbsent(receive.edge(), this::gathering);
        while (gathering.next(receive.message()) != Gathering.DONE) {
            gathering.lane().advance();
        }
        enter(receive.target());
    }

    private MessageLayout message(Transition transition) {
        return session.protocol().edges().get(transition.edge()).message(transition.message());
    }

    private void enter(int target) {
        state = target;
        stepsLeft = Math.max(0, stepsLeft - 1);
        if (machine.states().get(state).isFinal()) {
            finish();
            done = true;
        }
    }

    /** Returns for each state how many steps it is to one where the protocol may be over for the role. */
    private static int[] distances(List<State> states) {
        int[] distances = new int[states.size()];
        Arrays.setAll(distances, number -> states.get(number).accepting() ? 0 : NO_WAY);
        boolean changed;
        do {
            changed = false;
            for (int i = 0; i < distances.length; i++) {
                for (Transition each : states.get(i).transitions()) {
                    int beyond = distances[each.target()];
                    if (beyond != NO_WAY && beyond + 1 < distances[i]) {
                        distances[i] = beyond + 1;
                        changed = true;
                    }
                }
            }
        } while (changed);
        return distances;
    }
}
