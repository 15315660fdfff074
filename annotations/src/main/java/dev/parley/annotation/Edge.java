package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Configures the buffer between one ordered pair of roles of the annotated protocol. A pair without this annotation has a
 * {@link Mode#FIFO} buffer that makes its sender wait when full.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Edge.List.class)
public @interface Edge {

    /** The role that sends. */
    Class<?> from();

    /** The role that receives. */
    Class<?> to();

    /**
     * How many messages the buffer holds, 1 to 2<sup>24</sup>, rounded up to a power of two; 0 leaves it to the compiler,
     * which takes the largest number that can be in flight where there is one, else 1024.
     */
    int capacity() default 0;

    /** Whether every message is kept, or the latest only. */
    Mode mode() default Mode.FIFO;

    /** What happens to a message that finds the buffer full. */
    WhenFull whenFull() default WhenFull.BLOCK;

    /** How many messages a buffer that grows may hold at most, {@code capacity} to 2<sup>24</sup>; for {@link WhenFull#RESIZE} only. */
    int maxCapacity() default 0;

    /** What a buffer keeps. */
    enum Mode {
        /** Every message, in the order sent. */
        FIFO,
        /** The latest message only; the receiver may miss earlier ones. */
        LATEST_VALUE
    }

    /** What a full buffer does with one more message. */
    enum WhenFull {
        /** Makes the sender wait. */
        BLOCK,
        /** Loses the message and counts it. */
        DROP,
        /** Faults the session. */
        ERROR,
        /** Grows up to {@link Edge#maxCapacity()}, then makes the sender wait. */
        RESIZE
    }

    /** Holds the edges of a protocol that configures several. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /** The edges, each ordered pair of roles once. */
        Edge[] value();
    }
}
