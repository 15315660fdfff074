package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a role is played by any number of participants, fixed when the session opens. A message to the family goes to
 * every member; a message from it is gathered, one from each member.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Family {

    /** How many members a session needs at least; 0 or more. */
    int min() default 1;
}
