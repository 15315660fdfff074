/** Two friends buy a book together: three roles, a multicast and a choice. */
@NullMarked
package dev.parley.samples.twobuyer;

import org.jspecify.annotations.NullMarked;
