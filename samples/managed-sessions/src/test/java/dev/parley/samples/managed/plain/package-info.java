@NullMarked
package dev.parley.samples.managed.plain;

import org.jspecify.annotations.NullMarked;
