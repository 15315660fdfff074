/** Users who have several chats each. */
@NullMarked
package dev.parley.samples.managed.chats;

import org.jspecify.annotations.NullMarked;
