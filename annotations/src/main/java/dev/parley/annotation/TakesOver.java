package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a method takes over the state of a role that is passed for the parameter: it uses the state, and its caller must not.
 *
 * <p>For {@code parley:verify}, where it cannot see the method's code: in interfaces, and in code of other modules. Code of the
 * method that can be seen must bring the state to the protocol's end, pass it on, or return it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface TakesOver {}
