package dev.parley.processor.codegen;

import dev.parley.compiler.machine.State;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/**
 * Waiting for the branches of a parallel block.
 *
 * @param parties who plays in them
 * @param target the state after the last
 */
record Joining(List<RoleName> parties, State target) {}
