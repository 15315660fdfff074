package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a block that is run once for every member of a family, concurrently; it is done when all members are through.
 * Inside it the name of the family stands for the one member. With {@link Choice} every member chooses for itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ForEach {

    /** The family. */
    Class<?> value();
}
