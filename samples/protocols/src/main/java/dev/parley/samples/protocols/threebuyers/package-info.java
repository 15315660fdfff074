/** Three buyers: one of two who share a price has a third take over, who plays the role from there on. */
@NullMarked
package dev.parley.samples.protocols.threebuyers;

import org.jspecify.annotations.NullMarked;
