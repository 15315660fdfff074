@NullMarked
package dev.parley.sessions.config;

import org.jspecify.annotations.NullMarked;
