package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.RoleName;

/**
 * That a role may take new members into a family.
 *
 * @param coordinator the role
 * @param state the number of its state in which it may
 * @param family the family
 * @param block the block at whose start it is then
 * @param entry the number of the state in which the new members begin
 */
public record Intake(RoleName coordinator, int state, RoleName family, String block, int entry) {}
