/** Benchmarks of what runs, each beside the peer it is compared with. */
@NullMarked
package dev.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
