package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** What each state of each role says of the phases of a protocol; see {@link Phases}. Immutable. */
final class PhaseTable {

    private final ProtocolSpec protocol;

    /** By role and state. */
    private final List<List<Entry>> entries = new ArrayList<>();

    /**
     * What a state says.
     *
     * @param now the phases that a role in this state is at
     * @param turn the phase that it can but go on with
     * @param ahead the phases that it is at or can come to
     */
    record Entry(BitSet now, OptionalInt turn, BitSet ahead) {}

    private PhaseTable(ProtocolSpec protocol) {
        this.protocol = protocol;
        for (Machine machine : protocol.machines()) {
            List<BitSet> ahead = ahead(machine);
            List<Entry> states = new ArrayList<>();
            for (int i = 0; i < machine.states().size(); i++) {
                State state = machine.states().get(i);
                states.add(new Entry(now(state), turn(state), ahead.get(i)));
            }
            entries.add(states);
        }
    }

    static PhaseTable of(ProtocolSpec protocol) {
        return new PhaseTable(protocol);
    }

    /** Returns what a state says. A party that waits for its branch says nothing: its role speaks of the branches that may begin. */
    Entry entry(int role, int state) {
        return state == 0 && isParty(role)
                ? new Entry(new BitSet(), OptionalInt.empty(), new BitSet())
                : entries.get(role).get(state);
    }

    private boolean isParty(int role) {
        return protocol.roles().get(role).indexOf('.') >= 0;
    }

    private static BitSet now(State state) {
        BitSet phases = new BitSet();
        state.transitions().forEach(transition -> transition.phase().ifPresent(phases::set));
        return phases;
    }

    private OptionalInt turn(State state) {
        List<OptionalInt> phases = state.transitions().stream()
                .filter(each -> !protocol.message(each).crash())
                .map(Transition::phase)
                .distinct()
                .toList();
        return phases.size() == 1 && !state.receives() ? phases.get(0) : OptionalInt.empty();
    }

    private List<BitSet> ahead(Machine machine) {
        List<BitSet> ahead = new ArrayList<>();
        for (State state : machine.states()) {
            BitSet phases = now(state);
            state.transitions().forEach(transition -> phases.or(branch(machine, transition)));
            ahead.add(phases);
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int i = 0; i < ahead.size(); i++) {
                BitSet phases = ahead.get(i);
                int before = phases.cardinality();
                for (Transition transition : machine.states().get(i).transitions()) {
                    // A party that is back where it started is done.
                    if (transition.target() != 0 || !isParty(machine.role())) {
                        phases.or(ahead.get(transition.target()));
                    }
                }
                grows |= phases.cardinality() > before;
            }
        }
        return ahead;
    }

    /** Returns the phases of the branch that a transition begins or waits for, if it does. */
    private BitSet branch(Machine machine, Transition transition) {
        BitSet phases = new BitSet();
        Edge edge = protocol.edges().get(transition.edge());
        String party = protocol.roles().get(transition.sends() ? edge.to() : edge.from());
        if (party.startsWith(protocol.roles().get(machine.role()) + ".")) {
            for (int role = 0; role < protocol.roles().size(); role++) {
                String name = protocol.roles().get(role);
                if (name.equals(party) || name.startsWith(party + ".")) {
                    protocol.machines().get(role).states().forEach(state -> phases.or(now(state)));
                }
            }
        }
        return phases;
    }
}
