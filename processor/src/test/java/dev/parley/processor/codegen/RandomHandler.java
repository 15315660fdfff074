package dev.parley.processor.codegen;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.runtime.NextState;
import dev.parley.runtime.Prompt;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.effect.EffectDeniedException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A handler of any role: sends at random until it stands where a message may come, or at the end. Where it may stay though it is to send, it
 * does now and then, and has itself asked again.
 */
final class RandomHandler implements InvocationHandler {

    private final Random random;
    private final Object session;
    private @Nullable Prompt prompt;

    private RandomHandler(Random random, Object session) {
        this.random = random;
        this.session = session;
    }

    /** Lets a reactor play a role of a session, and returns true; false if the role has no handlers. */
    static boolean play(StateMachine machine, CompiledProtocol protocol, Object session, Reactor reactor, Random random)
            throws Exception {
        String roleType = protocol.declaration().generatedPrefix() + machine.role();
        Optional<Method> accessor = Arrays.stream(session.getClass().getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 2)
                .filter(method -> method.getParameterTypes()[1].getName().endsWith("." + roleType + "$Handler"))
                .findFirst();
        if (accessor.isEmpty()) {
            return false;
        }
        Class<?> type = accessor.get().getParameterTypes()[1];
        RandomHandler handler = new RandomHandler(random, session);
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
        handler.prompt = (Prompt) accessor.get().invoke(session, reactor, proxy);
        return true;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getReturnType() == void.class) {
            return null;
        }
        Object state = Objects.requireNonNull(Objects.requireNonNull(arguments)[0]);
        boolean turn = method.getName().startsWith("continue");
        while (turn || !rests(state)) {
            turn = false;
            List<Method> sends = sends(state);
            Method send = sends.get(random.nextInt(sends.size()));
            try {
                state = send.invoke(
                        state,
                        Arrays.stream(send.getParameterTypes())
                                .map(Player::value)
                                .toArray());
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof EffectDeniedException)) {
                    throw e.getCause();
                }
                Player.renewBudgets(session); // and then once more, in the same state
            }
        }
        return state;
    }

    private boolean rests(Object state) {
        if (!(state instanceof NextState)) {
            return false;
        }
        boolean mayGoOn = !receives(state) && !sends(state).isEmpty();
        if (mayGoOn && random.nextInt(3) > 0) {
            return false;
        }
        if (mayGoOn && prompt != null) {
            prompt.lookAgain();
        }
        return true;
    }

    private static boolean receives(Object state) {
        return Arrays.stream(state.getClass().getMethods())
                .anyMatch(each -> each.getName().equals("tryReceive"));
    }

    private static List<Method> sends(Object state) {
        return Arrays.stream(state.getClass().getMethods())
                .filter(each -> each.getDeclaringClass() != Object.class)
                .filter(each -> isState(each.getReturnType()))
                .toList();
    }

    /** Other methods of a message give its values. */
    private static boolean isState(Class<?> type) {
        return type.getEnclosingClass() != null && !type.isRecord();
    }
}
