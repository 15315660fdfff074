package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a block whose methods are branches that run concurrently; the block is done when all of them are.
 *
 * <p>A role that takes part in several branches plays each through a handle of its own, from one thread or from several.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Parallel {}
