/** Deterministic simulation: a session's roles take seeded turns in virtual time, and messages meet faults. */
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
