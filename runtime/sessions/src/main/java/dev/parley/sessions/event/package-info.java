/** What happens in managed sessions, told in order to listeners and subscribers. */
@NullMarked
package dev.parley.sessions.event;

import org.jspecify.annotations.NullMarked;
