package dev.parley.maven.bytecode.linear;

import java.util.List;
import java.util.Set;

/**
 * What the analysis of one method has found.
 *
 * @param outcomes how a call may end
 * @param findings what is wrong
 * @param keeping what is wrong if the method has to use its arguments up
 * @param unverified whether there were too many paths
 */
record MethodResult(Set<Outcome> outcomes, List<Finding> findings, List<Finding> keeping, boolean unverified) {}
