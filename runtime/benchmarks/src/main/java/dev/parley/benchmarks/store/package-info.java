/** What a store of managed sessions costs beside the statements that it is made of, and what sessions cost that are only kept. */
@NullMarked
package dev.parley.benchmarks.store;

import org.jspecify.annotations.NullMarked;
