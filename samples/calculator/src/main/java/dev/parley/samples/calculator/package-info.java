/** A client has a server add numbers: recursion, and a client that ends it. */
@NullMarked
package dev.parley.samples.calculator;

import org.jspecify.annotations.NullMarked;
