package dev.parley.maven.report;

import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;

/** How pages name those who play, parties of roles in parallel blocks included, and what they send. */
final class PlayerText {

    private PlayerText() {}

    /** Returns the name of a role, and of a party the branch that it is. */
    static String of(RoleName player) {
        return player.title();
    }

    /** Returns a message; what goes between a role and its parties is none to readers. */
    static String of(Message message) {
        if (message.label().equals(Label.FORK)) {
            return "the branch begins";
        }
        return message.label().equals(Label.JOIN) ? "the branch is over" : message.toString();
    }
}
