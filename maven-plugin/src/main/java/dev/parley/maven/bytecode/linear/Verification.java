package dev.parley.maven.bytecode.linear;

import java.util.List;

/**
 * What a verification brought to light.
 *
 * @param findings what is wrong, by file and line
 * @param unverified methods that have more paths than can be followed, so nothing is known of them
 * @param classes how many classes were read
 * @param methods how many of their methods deal with states
 */
public record Verification(List<Finding> findings, List<String> unverified, int classes, int methods) {

    /** Copies the lists. */
    public Verification {
        findings = List.copyOf(findings);
        unverified = List.copyOf(unverified);
    }
}
