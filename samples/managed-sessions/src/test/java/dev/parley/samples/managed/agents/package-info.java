@NullMarked
package dev.parley.samples.managed.agents;

import org.jspecify.annotations.NullMarked;
