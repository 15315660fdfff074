package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a block whose methods are alternatives, of which one role chooses by sending its first message. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Choice {

    /** The role that chooses: every alternative starts with a message it sends. */
    Class<?> at();
}
