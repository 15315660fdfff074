/** How a role is played by a party elsewhere: the interface that transports implement, and the transport over streams. */
@NullMarked
package dev.parley.runtime.transport;

import org.jspecify.annotations.NullMarked;
