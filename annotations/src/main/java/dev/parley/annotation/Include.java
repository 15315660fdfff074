package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs another protocol here, its roles played by roles of this one. The step has no parameters; its return type says what
 * follows. {@link End} in the other protocol ends that protocol only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Include {

    /** The other protocol, be it source or on the class path. */
    Class<?> value();

    /** Who plays its roles: each of them once, and each by a role of its own. */
    Bind[] roles();
}
