package dev.parley.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the virtual machine where it has put the fields that two threads work on side by side. */
class LayoutTest {

    private static final long TWO_CACHE_LINES = 128;

    @ParameterizedTest
    @ValueSource(
            classes = {
                FifoSender.class,
                GrowingSender.class,
                FifoReceiver.class,
                FifoLane.class,
                DuplexEnd.class,
                LatestLane.class,
                LatestSender.class,
                LatestReceiver.class,
                Signal.class,
                Waiter.class
            })
    void keepsFieldsApartFromTheObjectBefore(Class<?> type) throws Exception {
        int fields = 0;
        for (Class<?> each = type; each != Padded.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields++;
                    assertThat(offset(field)).as("offset of %s", field).isGreaterThanOrEqualTo(TWO_CACHE_LINES);
                }
            }
        }
        assertThat(fields).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                FifoSender.class,
                FifoReceiver.class,
                FifoLane.class,
                DuplexEnd.class,
                LatestLane.class,
                LatestSender.class,
                LatestReceiver.class
            })
    void keepsWhatMovesApartFromTheObjectBehind(Class<?> type) throws Exception {
        long last = 0;
        for (Field field : CursorFields.class.getDeclaredFields()) {
            last = Math.max(last, offset(field));
        }
        for (Class<?> each = type; each != Cursor.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    assertThat(offset(field)).as("offset of %s", field).isGreaterThan(last + TWO_CACHE_LINES);
                }
            }
        }
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
