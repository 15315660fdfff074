/** An assembly: one coordinator and any number of participants, none of whom can hold up the others. */
@NullMarked
package dev.parley.samples.multipartysession;

import org.jspecify.annotations.NullMarked;
