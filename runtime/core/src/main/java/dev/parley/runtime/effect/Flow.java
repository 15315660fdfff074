package dev.parley.runtime.effect;

/**
 * What flows from one role of a session to another.
 *
 * @param from the sender's name
 * @param to the receiver's name
 */
public record Flow(String from, String to) {

    /** Returns the role of a member of a family that is named like {@code Guest[2]}; a role itself as it is. */
    public static String role(String name) {
        int index = name.indexOf('[');
        return index < 0 ? name : name.substring(0, index);
    }

    /** Returns the flow between the roles of those that it is between. */
    Flow ofRoles() {
        return new Flow(role(from), role(to));
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
