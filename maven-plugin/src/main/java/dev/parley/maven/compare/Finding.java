package dev.parley.maven.compare;

import java.util.List;

/**
 * What a change means.
 *
 * @param protocol the protocol's qualified name
 * @param judgement how bad it is
 * @param text what has changed and what to do, in one line
 * @param proof lines that show why; may be empty
 */
public record Finding(String protocol, Judgement judgement, String text, List<String> proof) {

    /** Copies the proof. */
    public Finding {
        proof = List.copyOf(proof);
    }

    /** Returns whether this is to fail a build that tolerates less than the given judgement. */
    public boolean isAtLeast(Judgement least) {
        return judgement.compareTo(least) >= 0;
    }

    /** Returns the finding as text: the judgement and what has changed, then the proof, indented. */
    public String message() {
        StringBuilder message =
                new StringBuilder("[").append(judgement).append("] ").append(protocol);
        message.append(": ").append(text);
        proof.forEach(line -> message.append("\n    ").append(line));
        return message.toString();
    }
}
