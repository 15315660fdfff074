/** That a simulation repeats itself exactly, reaches what it should, and tells what happened. */
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
