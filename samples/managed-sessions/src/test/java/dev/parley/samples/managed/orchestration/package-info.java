@NullMarked
package dev.parley.samples.managed.orchestration;

import org.jspecify.annotations.NullMarked;
