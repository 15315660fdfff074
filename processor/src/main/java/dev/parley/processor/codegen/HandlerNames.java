package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.parley.compiler.machine.State;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The methods that a role's handler has: for which messages and in which states, and their names. */
final class HandlerNames {

    private final RoleModel model;
    private final String start;
    private final String ended;
    private final Map<Integer, String> messages = new HashMap<>();
    private final BitSet endless;

    /** The methods of states in which the role may stay though it is to send, by the types. */
    private final Map<ClassName, String> turns = new HashMap<>();

    /** The methods for the ends of the time to choose, by the types of the states. */
    private final Map<ClassName, String> timeouts = new HashMap<>();

    HandlerNames(RoleModel model) {
        this.model = model;
        NameAllocator allocator = new NameAllocator();
        start = allocator.newName("start");
        ended = allocator.newName("ended");
        for (MessageType message : model.messageTypes()) {
            messages.put(
                    message.id(),
                    allocator.newName(Words.decapitalise(message.name().simpleName())));
        }
        endless = endless(model);
        for (State state : model.machine().states()) {
            model.typeOf(state).ifPresent(type -> addResting(state, type, allocator));
        }
    }

    private void addResting(State state, ClassName type, NameAllocator allocator) {
        if (mayRestIn(state)) {
            turns.put(type, allocator.newName("continue" + type.simpleName()));
        }
        if (model.isTimed(state)) {
            timeouts.put(type, allocator.newName(Words.decapitalise(type.simpleName()) + "TimedOut"));
        }
    }

    /** Returns the states from which sends never bring the role to where it waits or is over. */
    private static BitSet endless(RoleModel model) {
        List<State> states = model.machine().states();
        BitSet endless = new BitSet();
        endless.set(0, states.size());
        int before;
        do {
            before = endless.cardinality();
            for (int i = states.size() - 1; i >= 0; i--) {
                State state = states.get(i);
                endless.set(
                        i,
                        state.sends()
                                && !model.isTimed(state)
                                && state.transitions().stream().allMatch(send -> endless.get(send.target())));
            }
        } while (endless.cardinality() < before);
        return endless;
    }

    /** Returns whether the role is given its turn in a state, to send, again and again. */
    boolean takesTurns(State state) {
        return endless.get(state.number());
    }

    /** Returns whether a handler may leave the role in a state in which it is to send. */
    boolean mayRestIn(State state) {
        return takesTurns(state) || model.isTimed(state);
    }

    /** Returns the name of the method that is called first where the role begins by sending. */
    String start() {
        return start;
    }

    /** Returns the name of the method that is called when the protocol is over without the role being told. */
    String ended() {
        return ended;
    }

    /** Returns the name of the method for a message. */
    String of(MessageType message) {
        return Objects.requireNonNull(messages.get(message.id()));
    }

    /** Returns the name of the method of a state in which the role may stay though it is to send. */
    String turn(ClassName type) {
        return Objects.requireNonNull(turns.get(type));
    }

    /** Returns the name of the method for the end of the time to choose in a state. */
    String timeout(ClassName type) {
        return Objects.requireNonNull(timeouts.get(type));
    }
}
