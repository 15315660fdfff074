package dev.parley.benchmarks.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the virtual machine where it has put the fields of what two threads work on side by side, and of what one thread does. */
class CoreLayoutTest {

    private static final long TWO_CACHE_LINES = 128;

    @ParameterizedTest
    @ValueSource(classes = {CalculatorClient.class, CalculatorServer.class})
    void keepsTheStateOfARoleApartFromTheObjectBehind(Class<?> role) throws Exception {
        Class<?> padded = Class.forName(role.getName() + "$Core$Padded");
        List<Long> padding = offsets(padded);
        long last = 0;
        for (Class<?> each = padded.getSuperclass(); each != null; each = each.getSuperclass()) {
            for (long offset : offsets(each)) {
                last = Math.max(last, offset);
            }
        }
        long behind = last;
        assertThat(padding).allMatch(offset -> offset > behind);
        assertThat(padding.size() * Long.BYTES).isGreaterThanOrEqualTo((int) TWO_CACHE_LINES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyWhereSeveralThreadsPlay(boolean sameThread) throws Exception {
        SessionOptions options = sameThread ? SessionOptions.defaults().sameThread() : SessionOptions.defaults();
        try (CalculatorSession session = CalculatorSession.open(options)) {
            Object state = session.client();
            Field core = state.getClass().getDeclaredField("core");
            core.setAccessible(true);

            assertThat(core.get(state).getClass().getSimpleName()).isEqualTo(sameThread ? "Core" : "Padded");
        }
    }

    private static List<Long> offsets(Class<?> type) throws Exception {
        List<Long> offsets = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                offsets.add(offset(field));
            }
        }
        return offsets;
    }

    /** By reflection, as the compiler warns of the class, and nothing else tells offsets. */
    private static long offset(Field field) throws Exception {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Method objectFieldOffset = unsafe.getMethod("objectFieldOffset", Field.class);
        return (long) objectFieldOffset.invoke(instance.get(null), field);
    }
}
