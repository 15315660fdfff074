package dev.parley.processor.codegen;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.RoleName;
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

/**
 * Plays one role of a session through its generated endpoints, one random step at a time, and follows its machine beside it; in a parallel
 * block also the role's branches.
 */
final class Player {

    private static final String ENDED = "Ended";

    private final CompiledProtocol protocol;
    private final StateMachine machine;
    private final Object session;
    private final Random random;
    private final Budgets budgets;

    /** Begins the branch; null for a role, and where that was done. */
    private @Nullable Beginning beginning;

    /** The players of the branches that the role is in. */
    private List<Player> branches = List.of();

    private State state;
    private @Nullable Object endpoint;
    private boolean ended;

    /** The flow budgets of a session. */
    @FunctionalInterface
    interface Budgets {
        /** Lets what is spent be spent again. */
        void renew() throws Exception;
    }

    /** Gives the first state of a branch. */
    @FunctionalInterface
    private interface Beginning {
        Object begin() throws Exception;
    }

    private Player(CompiledProtocol protocol, StateMachine machine, Object session, Random random) {
        this.protocol = protocol;
        this.machine = machine;
        this.session = session;
        this.random = random;
        this.budgets = () -> renewBudgets(session);
        this.state = machine.initial();
    }

    /** Returns the players of all roles of a session, in the order of the machines. */
    static List<Player> all(CompiledProtocol protocol, Object session, Random random) throws Exception {
        List<Player> players = new ArrayList<>();
        for (StateMachine machine : roles(protocol)) {
            players.add(of(machine, protocol, session, random));
        }
        return players;
    }

    /** Returns the machines of the roles, without those of their parties. */
    static List<StateMachine> roles(CompiledProtocol protocol) {
        return protocol.machines().stream()
                .filter(machine -> !machine.role().isParty())
                .toList();
    }

    /** Makes all budgets anew. */
    static void renewBudgets(Object session) throws Exception {
        Effects effects = (Effects) session.getClass().getMethod("effects").invoke(session);
        effects.rights().budgets().forEach((flow, budget) -> effects.begin(flow, budget.epoch() + 1));
    }

    /** Returns the player of a role of a session. */
    static Player of(StateMachine machine, CompiledProtocol protocol, Object session, Random random) throws Exception {
        Player player = new Player(protocol, machine, session, random);
        player.endpoint = enter(protocol, machine, session, false);
        return player;
    }

    /** Returns the players of all roles of a reopened session, each where it stands, in the order of the machines. */
    static List<Player> resumed(CompiledProtocol protocol, Object session, Random random) throws Exception {
        List<Player> players = new ArrayList<>();
        for (StateMachine machine : roles(protocol)) {
            Player player = new Player(protocol, machine, session, random);
            player.goOn(enter(protocol, machine, session, true));
            players.add(player);
        }
        return players;
    }

    /** Goes on where a role, or a branch, stands. */
    private void goOn(Object resumed) throws Exception {
        LocalState stands = (LocalState) session.getClass()
                .getMethod("localState", String.class)
                .invoke(session, machine.role().value());
        endpoint = resumed;
        ended = position().equals(ENDED) || (machine.role().isParty() && stands.number() == 0);
        state = ended ? state : machine.states().get(stands.number());
        if (Joining.isIn(state)) {
            branches = branches();
            for (Player branch : branches) {
                branch.goOn(Objects.requireNonNull(branch.beginning).begin());
                branch.beginning = null;
            }
        }
    }

    /** Returns the players of the branches of the block that the role has come to, in which they are begun, or gone on with. */
    private List<Player> branches() {
        List<Player> players = new ArrayList<>();
        for (State each = state; isJoin(each); each = target(each)) {
            RoleName party = each.transitions().get(0).action().peer();
            StateMachine played = protocol.machines().stream()
                    .filter(candidate -> candidate.role().equals(party))
                    .findFirst()
                    .orElseThrow();
            Player player = new Player(protocol, played, session, random);
            Object block = Objects.requireNonNull(endpoint);
            player.state = player.target(played.initial());
            player.beginning = () -> opening(protocol, played, block, false).invoke(block);
            players.add(player);
        }
        return players;
    }

    private State target(State source) {
        return machine.states().get(source.transitions().get(0).target());
    }

    private static Object enter(CompiledProtocol protocol, StateMachine machine, Object session, boolean resumed)
            throws Exception {
        return opening(protocol, machine, session, resumed).invoke(session);
    }

    private static Method opening(CompiledProtocol protocol, StateMachine machine, Object from, boolean resumed) {
        String roleType =
                protocol.declaration().generatedPrefix() + machine.role().typeName();
        return Arrays.stream(from.getClass().getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> {
                    Class<?> role = method.getReturnType().getEnclosingClass();
                    return role != null && role.getSimpleName().equals(roleType);
                })
                .filter(method -> method.getName().startsWith("resume") == resumed)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the name of the typed state; of a parallel block with those of its branches. */
    String position() {
        if (beginning != null) {
            return state.name();
        }
        if (endpoint == null) {
            return ENDED;
        }
        String name = endpoint.getClass().getSimpleName();
        return branches.isEmpty()
                ? name
                : name.replaceFirst("^Resumed", "")
                        + branches.stream().map(Player::position).toList();
    }

    boolean isDone() {
        return ended || state.isFinal();
    }

    /** Does a step if one can be done now. */
    boolean step() throws Exception {
        if (isDone()) {
            return false;
        }
        if (beginning != null) {
            endpoint = beginning.begin();
            beginning = null;
            return true;
        }
        if (!branches.isEmpty()) {
            return stepInBlock();
        }
        return state.sends() ? send() : receive();
    }

    private boolean stepInBlock() throws Exception {
        int first = random.nextInt(branches.size());
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get((first + i) % branches.size()).step()) {
                return true;
            }
        }
        if (!branches.stream().allMatch(Player::isDone)) {
            return false;
        }
        branches = List.of();
        endpoint = call(endpointType().getMethod("join"));
        while (isJoin(state)) {
            state = target(state);
        }
        endIfDone();
        return true;
    }

    /** A party that has nothing left to do has told so. */
    private void endIfDone() {
        ended |= state.sends() && isInternal(state, Label.JOIN);
    }

    private static boolean isJoin(State state) {
        return state.receives() && isInternal(state, Label.JOIN);
    }

    private static boolean isInternal(State state, Label label) {
        return state.transitions().get(0).action().message().label().equals(label);
    }

    private boolean send() throws Exception {
        List<Transition> alternatives = state.transitions().stream()
                .filter(each -> !each.action().message().crash())
                .toList();
        Transition chosen = alternatives.get(random.nextInt(alternatives.size()));
        boolean forks = chosen.action().message().label().equals(Label.FORK);
        String label = forks ? "fork" : chosen.action().message().label().value();
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
            state = target(state);
        }
        if (forks) {
            branches = branches();
        }
        endIfDone();
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
        endIfDone();
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
