package dev.parley.processor.codegen;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.effect.EffectDeniedException;
import dev.parley.runtime.effect.Effects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Plays one role of a session through its generated endpoints, one random step at a time, and follows its machine beside it. */
final class Player {

    private static final String ENDED = "Ended";

    private final StateMachine machine;
    private final Random random;
    private final Budgets budgets;
    private State state;
    private @Nullable Object endpoint;
    private boolean ended;

    /** The flow budgets of a session. */
    @FunctionalInterface
    interface Budgets {
        /** Lets what is spent be spent again. */
        void renew() throws Exception;
    }

    private Player(StateMachine machine, Object endpoint, Random random, Budgets budgets) {
        this.budgets = budgets;
        this.machine = machine;
        this.endpoint = endpoint;
        this.random = random;
        this.state = machine.initial();
    }

    /** Returns the players of all roles of a session, in the order of the machines. */
    static List<Player> all(CompiledProtocol protocol, Object session, Random random) throws Exception {
        List<Player> players = new ArrayList<>();
        for (StateMachine machine : protocol.machines()) {
            players.add(of(machine, protocol, session, random));
        }
        return players;
    }

    /** Makes all budgets anew. */
    static void renewBudgets(Object session) throws Exception {
        Effects effects = (Effects) session.getClass().getMethod("effects").invoke(session);
        effects.rights().budgets().forEach((flow, budget) -> effects.begin(flow, budget.epoch() + 1));
    }

    /** Returns the player of a role of a session. */
    static Player of(StateMachine machine, CompiledProtocol protocol, Object session, Random random) throws Exception {
        return new Player(machine, enter(protocol, machine, session, false), random, () -> renewBudgets(session));
    }

    /** Returns the players of all roles of a reopened session, each where it stands, in the order of the machines. */
    static List<Player> resumed(CompiledProtocol protocol, Object session, Random random) throws Exception {
        List<Player> players = new ArrayList<>();
        for (StateMachine machine : protocol.machines()) {
            Player player =
                    new Player(machine, enter(protocol, machine, session, true), random, () -> renewBudgets(session));
            LocalState stands = (LocalState) session.getClass()
                    .getMethod("localState", String.class)
                    .invoke(session, machine.role().value());
            player.ended = player.position().equals(ENDED);
            player.state = player.ended ? player.state : machine.states().get(stands.number());
            players.add(player);
        }
        return players;
    }

    private static Object enter(CompiledProtocol protocol, StateMachine machine, Object session, boolean resumed)
            throws Exception {
        String roleType = protocol.declaration().generatedPrefix() + machine.role();
        return Arrays.stream(session.getClass().getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> {
                    Class<?> role = method.getReturnType().getEnclosingClass();
                    return role != null && role.getSimpleName().equals(roleType);
                })
                .filter(method -> method.getName().startsWith("resume") == resumed)
                .findFirst()
                .orElseThrow()
                .invoke(session);
    }

    /** Returns the name of the typed state. */
    String position() {
        return endpoint == null ? ENDED : endpoint.getClass().getSimpleName();
    }

    boolean isDone() {
        return ended || state.isFinal();
    }

    /** Does a step if one can be done now. */
    boolean step() throws Exception {
        if (isDone()) {
            return false;
        }
        return state.sends() ? send() : receive();
    }

    private boolean send() throws Exception {
        List<Transition> alternatives = state.transitions().stream()
                .filter(each -> !each.action().message().crash())
                .toList();
        Transition chosen = alternatives.get(random.nextInt(alternatives.size()));
        String label = chosen.action().message().label().value();
        Method method = Arrays.stream(endpointType().getMethods())
                .filter(each -> each.getName().equals(label))
                .filter(each -> each.getParameterCount()
                        == chosen.action().message().payload().size())
                .findFirst()
                .orElseThrow(() -> new AssertionError(state.name() + " has no method " + label));
        Object[] values =
                Arrays.stream(method.getParameterTypes()).map(Player::value).toArray();
        try {
            endpoint = call(method, values);
        } catch (EffectDeniedException denied) { // the same state object is used again, when there is more to spend
            budgets.renew();
            endpoint = call(method, values);
        }
        state = machine.states().get(chosen.target());
        while (state.multicastRest()) { // one call sent it to all
            state = machine.states().get(state.transitions().get(0).target());
        }
        return true;
    }

    private boolean receive() throws Exception {
        Object received = call(endpointType().getMethod("tryReceive"));
        if (received == null) {
            return false;
        }
        endpoint = received;
        String type = received.getClass().getSimpleName();
        if (type.equals(ENDED)) {
            ended = true;
            return true;
        }
        Transition taken = state.transitions().stream()
                .filter(each -> each.action() instanceof Action.Receive)
                .filter(each -> each.typeName().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError(state.name() + " cannot receive " + type));
        state = machine.states().get(taken.target());
        return true;
    }

    private Class<?> endpointType() {
        return Objects.requireNonNull(endpoint, "nothing is left to do").getClass();
    }

    private @Nullable Object call(Method method, @Nullable Object... arguments) throws Exception {
        try {
            return method.invoke(endpoint, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof EffectDeniedException denied) {
                throw denied;
            }
            throw new AssertionError(machine.role() + " in " + state.name() + ": " + e.getCause(), e.getCause());
        }
    }

    /** Returns a value to send. */
    static @Nullable Object value(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return true;
        }
        return type == String.class ? "text" : null;
    }

    @Override
    public String toString() {
        return machine.role() + " in " + state.name();
    }
}
