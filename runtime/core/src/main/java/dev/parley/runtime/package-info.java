/** Sessions and the support that generated endpoints build on. */
@NullMarked
package dev.parley.runtime;

import org.jspecify.annotations.NullMarked;
