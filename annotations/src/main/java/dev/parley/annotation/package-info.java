/** The words a protocol is written in: annotations kept in class files, and the type {@link dev.parley.annotation.End}. */
@NullMarked
package dev.parley.annotation;

import org.jspecify.annotations.NullMarked;
