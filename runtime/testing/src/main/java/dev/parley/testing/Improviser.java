package dev.parley.testing;

import dev.parley.runtime.Session;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Plays a role or a member of a family, in all the branches that it may be in at the same time. */
final class Improviser {

    /** Why a session is cancelled that could go on for ever. */
    static final String ENDLESS = "the rehearsal is over, and the protocol has no end that could be reached";

    /** The role's own, then its parties'. */
    private final List<Strand> strands;

    /**
     * Enters a role, or becomes a member of a family, with all parties.
     *
     * @param player the number of the part
     * @param strand enters one part
     */
    Improviser(Session session, int player, IntFunction<Strand> strand) {
        this.strands = session.parts()
                .filter(part -> session.player(part) == player)
                .boxed()
                .sorted(Comparator.comparing(part -> part != player))
                .map(strand::apply)
                .toList();
    }

    void play() {
        Strand own = strands.get(0);
        boolean waited = false;
        while (!own.isDone()) {
            boolean acted = false;
            for (Strand each : strands) {
                acted |= !own.isDone() && !each.isDone() && each.act(strands);
            }
            if (!acted) {
                own.pause();
                waited = true;
            } else if (waited) {
                own.resume();
                waited = false;
            }
        }
    }
}
