package dev.parley.samples.multipartysession;

import dev.parley.runtime.Quorum.Outcome;
import java.util.List;

/**
 * What happened in an assembly.
 *
 * @param members the names of those who accepted, in the order of their indices
 * @param absences why others did not come, or left, in the order in which the coordinator heard of it
 * @param resolutions what was voted on; empty if the assembly was called off
 * @param last the names of those who were there at the end, be it from the beginning or later, in the order of their indices
 */
public record Minutes(List<String> members, List<String> absences, List<Resolution> resolutions, List<String> last) {

    /** Copies the lists. */
    public Minutes {
        members = List.copyOf(members);
        absences = List.copyOf(absences);
        resolutions = List.copyOf(resolutions);
        last = List.copyOf(last);
    }

    /**
     * A vote.
     *
     * @param motion what about
     * @param present how many could vote
     * @param yes how many were counted for it before it was decided
     * @param outcome how it was decided: carried if and only if {@link Outcome#REACHED}
     */
    public record Resolution(String motion, int present, int yes, Outcome outcome) {

        /** Returns whether so many of those who could vote were for it that it is carried. */
        public boolean isCarried() {
            return outcome == Outcome.REACHED;
        }
    }
}
