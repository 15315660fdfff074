package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares, in a choice, what happens when the role that should choose has crashed: an alternative without a message, which
 * those who wait for the choice take when they learn of it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnCrash {

    /** The role whose crash is met. */
    Class<?> value();
}
