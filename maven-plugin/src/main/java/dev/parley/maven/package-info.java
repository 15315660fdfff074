/** The goals: each reads what Maven knows and calls one class that knows no Maven. */
@NullMarked
package dev.parley.maven;

import org.jspecify.annotations.NullMarked;
