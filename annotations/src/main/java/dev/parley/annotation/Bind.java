package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who plays a role of an included protocol. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Bind {

    /** The role of the included protocol. */
    Class<?> role();

    /** The role of this protocol that plays it. */
    Class<?> to();
}
