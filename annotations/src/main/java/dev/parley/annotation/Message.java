package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a step: one role sends a message to one or more others.
 *
 * <p>The method's parameters are the payload. Its return type says what follows: {@code void} the next step, a block that
 * block, a block that is being run a recursion, {@link End} nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Message {

    /** The role that sends. */
    Class<?> from();

    /** The roles that receive, in the order in which the message is sent to them; at least one, none of them twice. */
    Class<?>[] to();

    /**
     * The message's label where it shall differ from the method's name; a Java identifier. Two methods of one block with
     * the same parameters need it to carry the same label.
     */
    String label() default "";
}
