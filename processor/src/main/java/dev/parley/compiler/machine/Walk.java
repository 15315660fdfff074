package dev.parley.compiler.machine;

import dev.parley.compiler.machine.Network.Configuration;
import dev.parley.compiler.machine.Network.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One run of machines together, in which each step was drawn from all that were possible.
 *
 * @param events what happened
 * @param ending why nothing more did
 */
public record Walk(List<Event> events, Ending ending) {

    /** Copies the events. */
    public Walk {
        events = List.copyOf(events);
    }

    /** Why a walk is over. */
    public enum Ending {
        /** All roles are done, and nothing is under way. */
        OVER,
        /** Nothing can move, though not all is done. */
        STUCK,
        /** It was as long as was allowed. */
        CUT
    }

    /**
     * Walks at random. Equal machines, numbers and generators give equal walks.
     *
     * @param machines one for each role
     * @param bound how many messages a channel holds, at least 1
     * @param most after how many events to stop, at least 1
     * @param random draws the steps
     * @throws IllegalArgumentException if a number is out of range or a machine talks to a role that has no machine
     */
    public static Walk random(List<StateMachine> machines, int bound, int most, RandomGenerator random) {
        if (bound < 1 || most < 1) {
            throw new IllegalArgumentException("bound and length must be at least 1: " + bound + ", " + most);
        }
        Network network = new Network(machines, bound);
        Configuration configuration = network.initial();
        List<Event> events = new ArrayList<>();
        while (events.size() < most) {
            List<Move> moves = network.moves(configuration);
            if (moves.isEmpty()) {
                return new Walk(events, network.isOver(configuration) ? Ending.OVER : Ending.STUCK);
            }
            Move move = moves.get(random.nextInt(moves.size()));
            events.add(move.step().event());
            configuration = move.after();
        }
        boolean over = network.moves(configuration).isEmpty() && network.isOver(configuration);
        return new Walk(events, over ? Ending.OVER : Ending.CUT);
    }
}
