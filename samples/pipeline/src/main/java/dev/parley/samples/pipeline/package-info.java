/** Copies a file of any size through three roles in constant memory: bounded buffers that make the faster wait for the slower. */
@NullMarked
package dev.parley.samples.pipeline;

import org.jspecify.annotations.NullMarked;
