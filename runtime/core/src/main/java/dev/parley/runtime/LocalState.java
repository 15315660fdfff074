package dev.parley.runtime;

import dev.parley.runtime.LocalType.Choice;
import dev.parley.runtime.LocalType.Variable;
import dev.parley.runtime.effect.GuardedMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a role stands.
 *
 * @param role the role's name; that of a member of a family has its index, such as {@code Worker[2]}
 * @param state the variable of its state
 */
public record LocalState(String role, Variable state) {

    /** Returns the state's name. */
    public String name() {
        return state.name();
    }

    /** Returns the state's number in the role's machine. */
    public int number() {
        return state.state();
    }

    /** Returns what the role does from here on. */
    public LocalType type() {
        return state.unfold();
    }

    /** Returns the messages that the role may send now and that have guards before them. */
    public List<GuardedMessage> guarded() {
        ProtocolSpec protocol = state.protocol();
        return protocol.machines().get(state.role()).states().get(state.state()).transitions().stream()
                .flatMap(transition -> transition.guard().stream().mapToObj(protocol.guarded()::get))
                .toList();
    }

    private ProtocolSpec.State spec() {
        return state.protocol().machines().get(state.role()).states().get(state.state());
    }

    /** Returns whether nothing is left to do. */
    public boolean isFinal() {
        return type() instanceof LocalType.End;
    }

    /** Returns whether this is a party whose role has not come to its parallel block: nobody expects anything of it. */
    public boolean isIdle() {
        return state.protocol().isParty(state.role()) && state.state() == 0;
    }

    /** Returns what the role may do now, to follow "it": such as {@code may send add(int x, int y) to Server}. */
    public String actions() {
        if (!(type() instanceof Choice choice)) {
            return "has reached its end";
        }
        if (state.protocol().isAmongBranches(state.role(), state.state())) {
            return choice.sends() ? "may enter the branches of a parallel block" : "waits for branches to be done";
        }
        String direction = choice.sends() ? " to " : " from ";
        return choice.branches().stream()
                        .filter(branch -> !choice.sends() || !branch.message().crash())
                        .map(branch -> branch.message() + direction + branch.peer())
                        .collect(Collectors.joining(" or ", choice.sends() ? "may send " : "may receive ", ""))
                + (choice.mayEnd() ? ", unless the protocol is over" : "")
                + spec().timeout()
                        .map(timeout -> ", which is done for it after " + TimedEndpoint.text(timeout) + ": "
                                + state.protocol().message(timeout.transition()))
                        .orElse("");
    }

    /**
     * Returns the type as text: one equation per line, this state's first and after it those of all states that can follow, such as
     *
     * <pre>
     * Ask = Server!add(int x, int y).Add + Server!bye().end
     * Add = Server?sum(long value).Ask
     * </pre>
     */
    public String equations() {
        Set<Variable> reached = new LinkedHashSet<>(Set.of(state));
        StringBuilder text = new StringBuilder();
        for (Set<Variable> next = Set.of(state); !next.isEmpty(); ) {
            Set<Variable> later = new LinkedHashSet<>();
            for (Variable variable : next) {
                LocalType type = variable.unfold();
                text.append(variable.name()).append(" = ").append(type).append('\n');
                if (type instanceof Choice choice) {
                    choice.branches().forEach(branch -> {
                        if (branch.next() instanceof Variable target && reached.add(target)) {
                            later.add(target);
                        }
                    });
                }
            }
            next = later;
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return role + " in " + name() + ": " + type();
    }
}
