/** Agents of several makers who work on one thing, step by step. */
@NullMarked
package dev.parley.samples.managed.agents;

import org.jspecify.annotations.NullMarked;
