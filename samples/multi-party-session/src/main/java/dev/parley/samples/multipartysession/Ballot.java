package dev.parley.samples.multipartysession;

import java.io.Serializable;

/**
 * What a participant says to a motion.
 *
 * @param yes for it
 * @param no against it; who says neither abstains
 */
public record Ballot(boolean yes, boolean no) implements Serializable {

    /** For the motion. */
    public static final Ballot YES = new Ballot(true, false);

    /** Against it. */
    public static final Ballot NO = new Ballot(false, true);

    /** Neither. */
    public static final Ballot ABSTAIN = new Ballot(false, false);
}
