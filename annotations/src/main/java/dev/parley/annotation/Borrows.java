package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a method only looks at the state of a role that is passed for the parameter, and keeps no reference to it: its
 * caller still has to use the state.
 *
 * <p>For {@code parley:verify}, where it cannot see the method's code: in interfaces, and in code of other modules. Code of the
 * method that can be seen may read a message's values, and must neither send nor receive.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Borrows {}
