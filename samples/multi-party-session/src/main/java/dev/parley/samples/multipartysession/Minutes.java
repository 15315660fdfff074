package dev.parley.samples.multipartysession;

import dev.parley.runtime.Quorum.Outcome;
import java.util.List;

/**
 * What happened in an assembly.
 *
 * @param members the names of those who were active, in the order of their indices; empty if it was called off
 * @param reports how many were there when they were asked how things are
 * @param resolutions what was voted on
 */
public record Minutes(List<String> members, int reports, List<Resolution> resolutions) {

    /** Copies the lists. */
    public Minutes {
        members = List.copyOf(members);
        resolutions = List.copyOf(resolutions);
    }

    /**
     * A vote.
     *
     * @param motion what about
     * @param outcome how it was decided: carried if and only if {@link Outcome#REACHED}
     * @param yes how many were counted for it before it was decided
     * @param votes how many votes had come by then
     */
    public record Resolution(String motion, Outcome outcome, int yes, int votes) {}
}
