package dev.parley.compiler.global;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.RoleName;

/**
 * That new members may join a family.
 *
 * @param family the family
 * @param block the block at whose start they may
 * @param state the number of the state in which that block starts
 * @param origin where that is said
 */
public record Admission(RoleName family, String block, int state, Origin origin) {}
