/** What is copied, how much of it is in memory at a time, and what happens when an end fails. */
@NullMarked
package dev.parley.samples.pipeline;

import org.jspecify.annotations.NullMarked;
