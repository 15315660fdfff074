package dev.parley.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an interface as a protocol: its nested types name the roles and the blocks, its methods are the steps.
 *
 * <p>The processor checks the protocol and generates one class per role and one for the session, into the protocol's
 * package. The interface is never implemented.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Protocol {}
