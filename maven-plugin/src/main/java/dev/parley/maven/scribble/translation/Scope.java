package dev.parley.maven.scribble.translation;

import dev.parley.compiler.protocol.TypeRef;
import dev.parley.maven.scribble.syntax.GlobalProtocol;
import dev.parley.maven.scribble.syntax.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the names in a protocol's body stand for in one place that runs it.
 *
 * @param vocabulary what is known in its module
 * @param roles who plays its roles
 * @param arguments its parameters' values
 * @param recursions the blocks that {@code continue} may go back to here
 */
record Scope(
        Vocabulary vocabulary,
        Map<String, String> roles,
        Map<String, Argument> arguments,
        Map<String, Draft> recursions) {

    /**
     * The value of a parameter: which of the two it is, only its use says.
     *
     * @param message it as a message
     * @param type it as a type
     */
    record Argument(Optional<Draft.Signature> message, Optional<TypeRef> type) {}

    /** Returns the scope of a protocol's body. */
    static Scope of(GlobalProtocol protocol, Vocabulary vocabulary, List<String> players, List<Argument> arguments) {
        Map<String, String> roles = new HashMap<>();
        for (int i = 0; i < players.size(); i++) {
            roles.put(protocol.roles().get(i).text(), players.get(i));
        }
        Map<String, Argument> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.put(protocol.parameters().get(i).text(), arguments.get(i));
        }
        return new Scope(vocabulary, roles, values, Map.of());
    }

    /** Returns this scope inside a recursion. */
    Scope inside(Name variable, Draft block) {
        Map<String, Draft> more = new HashMap<>(recursions);
        more.put(variable.text(), block);
        return new Scope(vocabulary, roles, arguments, more);
    }
}
