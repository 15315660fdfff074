package dev.parley.maven.scribble;

/**
 * A protocol of which scribble-java and Parley say different things; docs/design/scribble-verdicts.md gives each reason at
 * length.
 *
 * @param file the end of the file's path
 * @param protocol the protocol
 * @param scribbleAccepts whether scribble-java accepts it
 * @param ours the words by which Parley's refusal or warning is known; empty where it accepts without a warning
 * @param reason why
 */
record Verdict(String file, String protocol, boolean scribbleAccepts, String ours, String reason) {

    /** Returns whether this is what both say: scribble-java's verdict, and the text of Parley's refusals and warnings. */
    boolean tells(boolean accepted, String said) {
        return scribbleAccepts == accepted && (ours.isEmpty() ? said.isEmpty() : said.contains(ours));
    }
}
