package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where one thread has got to: numbers that it changes with every message, on cache lines of their own, and that others look
 * at now and then.
 *
 * <p>They need padding behind as well as before, though other padded objects bring their own: the header of the next object
 * lies directly behind this one and is read at every call of a method through an interface. Where it shared the line of these
 * numbers, a message took more than twice the time.
 */
@SuppressWarnings("unused") // The fields are there for the room they take.
abstract class Cursor extends CursorFields {

    private static final VarHandle POSITION;
    private static final VarHandle COUNT;
    private static final VarHandle SLOT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            POSITION = lookup.findVarHandle(CursorFields.class, "position", long.class);
            COUNT = lookup.findVarHandle(CursorFields.class, "count", long.class);
            SLOT = lookup.findVarHandle(CursorFields.class, "slot", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private byte q000, q001, q002, q003, q004, q005, q006, q007;
    private byte q008, q009, q010, q011, q012, q013, q014, q015;
    private byte q016, q017, q018, q019, q020, q021, q022, q023;
    private byte q024, q025, q026, q027, q028, q029, q030, q031;
    private byte q032, q033, q034, q035, q036, q037, q038, q039;
    private byte q040, q041, q042, q043, q044, q045, q046, q047;
    private byte q048, q049, q050, q051, q052, q053, q054, q055;
    private byte q056, q057, q058, q059, q060, q061, q062, q063;
    private byte q064, q065, q066, q067, q068, q069, q070, q071;
    private byte q072, q073, q074, q075, q076, q077, q078, q079;
    private byte q080, q081, q082, q083, q084, q085, q086, q087;
    private byte q088, q089, q090, q091, q092, q093, q094, q095;
    private byte q096, q097, q098, q099, q100, q101, q102, q103;
    private byte q104, q105, q106, q107, q108, q109, q110, q111;
    private byte q112, q113, q114, q115, q116, q117, q118, q119;
    private byte q120, q121, q122, q123, q124, q125, q126, q127;

    /** Release: what its owner did before is seen by whoever sees the position. */
    final void soPosition(long value) {
        POSITION.setRelease(this, value);
    }

    /** Acquire, see {@link #soPosition}. */
    final long lvPosition() {
        return (long) POSITION.getAcquire(this);
    }

    /** Release, see {@link #soPosition}. */
    final void soSlot(int value) {
        SLOT.setRelease(this, value);
    }

    /** Acquire, see {@link #soSlot}. */
    final int lvSlot() {
        return (int) SLOT.getAcquire(this);
    }

    /** Release, though only its value matters: it costs no more than any other store. */
    final void soCount(long value) {
        COUNT.setRelease(this, value);
    }

    /** Opaque: nothing else is read by it. */
    final long loCount() {
        return (long) COUNT.getOpaque(this);
    }
}
