package dev.parley.compiler;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.Intake;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/**
 * A protocol that holds together, ready to be generated.
 *
 * @param declaration as it was declared, with the blocks of included protocols brought in
 * @param global its global automaton
 * @param machines one machine per role and party, sorted by name: a role comes before its parties
 * @param edges the ordered pairs of roles it uses, sorted by sender, then receiver
 * @param intakes how roles take members into families
 */
public record CompiledProtocol(
        ProtocolDeclaration declaration,
        GlobalAutomaton global,
        List<StateMachine> machines,
        List<Edge> edges,
        List<Intake> intakes) {

    /** Copies the lists. */
    public CompiledProtocol {
        machines = List.copyOf(machines);
        edges = List.copyOf(edges);
        intakes = List.copyOf(intakes);
    }

    /** Returns how many members a family has at least. */
    public int minimum(RoleName family) {
        return declaration.roles().stream()
                .filter(role -> role.name().equals(family))
                .flatMap(role -> role.family().stream())
                .findFirst()
                .orElseThrow()
                .min();
    }
}
