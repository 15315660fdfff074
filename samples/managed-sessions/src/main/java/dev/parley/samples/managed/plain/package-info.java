/** Orders that outlast the process that takes them. */
@NullMarked
package dev.parley.samples.managed.plain;

import org.jspecify.annotations.NullMarked;
