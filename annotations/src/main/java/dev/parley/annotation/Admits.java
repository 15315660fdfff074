package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that new members may join a family whenever a run comes to the annotated block. The role that acts first there takes them in,
 * and from there on the family speaks with that role alone.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Admits {

    /** The family. */
    Class<?> value();
}
