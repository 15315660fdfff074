package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the alternative that is taken for the role that chooses when it has not chosen in time. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Timeout {

    /** How long the role may take, such as {@code 250ms}, {@code 30s}, {@code 5m} or {@code 1h}. */
    String value();
}
