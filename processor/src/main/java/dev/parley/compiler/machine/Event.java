package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.RoleName;

/**
 * One step of a run of several machines together: a role does something. Sending a message and receiving it are two
 * events.
 *
 * @param role who acts
 * @param action what it does
 */
public record Event(RoleName role, Action action) {

    @Override
    public String toString() {
        return role + ": " + action;
    }
}
