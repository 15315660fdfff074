@NullMarked
package dev.parley.sessions.chat;

import org.jspecify.annotations.NullMarked;
