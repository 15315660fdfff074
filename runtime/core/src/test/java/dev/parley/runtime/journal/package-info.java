/** What journals promise, and what they do when files are torn, damaged or taken. */
@NullMarked
package dev.parley.runtime.journal;

import org.jspecify.annotations.NullMarked;
