/** An HTTP client with a cache that asks the origin only for what it does not have, or may not use unasked. */
@NullMarked
package dev.parley.samples.protocols.httpcache;

import org.jspecify.annotations.NullMarked;
