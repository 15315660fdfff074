package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares what happens before a message leaves, in this order: the sender is asked for a capability, the cost is charged to its
 * flow budget for each receiver, and a fact is committed to the journal. If any of that fails there is no charge, no fact and no
 * message.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Guard {

    /** The capability that the sender needs, as {@code namespace:name}; empty for none. */
    String capability() default "";

    /** What the message costs, 0 or more. */
    long flowCost() default 0;

    /** The name of the fact; empty for none. */
    String journal() default "";
}
