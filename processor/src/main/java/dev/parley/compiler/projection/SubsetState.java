package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a role knows at one point: the places at which the protocol may be, as far as the role can tell.
 *
 * @param number its place in {@link Projection#states()}
 * @param sending the global states in which the role sends
 * @param awaited the messages to the role that may be under way
 * @param mayBeOver whether the session may be over
 * @param mayBeLeftOut whether the session may go on for ever without the role
 * @param moves what the role can do, and where it leads
 * @param places the places behind it, for those who look for traces
 */
public record SubsetState(
        int number,
        List<GlobalState> sending,
        List<GlobalTransition> awaited,
        boolean mayBeOver,
        boolean mayBeLeftOut,
        Map<Move, Integer> moves,
        Set<Integer> places) {}
