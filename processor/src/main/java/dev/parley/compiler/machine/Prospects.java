package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a machine may still do with each peer from each of its states on, as far as its own transitions tell. Whatever the
 * others do, it does no more than that: so a message that it may not take next from its sender, it will never take.
 */
public final class Prospects {

    private final List<Set<RoleName>> receivers = new ArrayList<>();
    private final List<Set<Action.Receive>> firstReceives = new ArrayList<>();

    private Prospects(StateMachine machine) {
        machine.states().forEach(state -> {
            receivers.add(new HashSet<>());
            firstReceives.add(new HashSet<>());
        });
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = machine.states().size() - 1; i >= 0; i--) {
                for (Transition transition : machine.states().get(i).transitions()) {
                    grown |= add(i, transition);
                }
            }
        }
    }

    /** Returns the prospects of a machine. */
    public static Prospects of(StateMachine machine) {
        return new Prospects(machine);
    }

    private boolean add(int source, Transition transition) {
        Set<Action.Receive> later = new HashSet<>(firstReceives.get(transition.target()));
        boolean grown = false;
        if (transition.action() instanceof Action.Receive receive) {
            later.removeIf(each -> each.peer().equals(receive.peer()));
            later.add(receive);
        } else {
            grown = receivers.get(source).add(transition.action().peer());
        }
        grown |= receivers.get(source).addAll(receivers.get(transition.target()));
        return firstReceives.get(source).addAll(later) || grown;
    }

    /** Returns whether the machine may send something to the peer, now or later. */
    public boolean maySendTo(RoleName peer, int state) {
        return receivers.get(state).contains(peer);
    }

    /** Returns whether the message may be the next one that the machine takes from its sender, now or later. */
    public boolean mayTakeNext(Action.Receive receive, int state) {
        return firstReceives.get(state).contains(receive);
    }
}
