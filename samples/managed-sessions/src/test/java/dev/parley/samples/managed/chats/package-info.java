@NullMarked
package dev.parley.samples.managed.chats;

import org.jspecify.annotations.NullMarked;
