@NullMarked
package dev.parley.sessions.model;

import org.jspecify.annotations.NullMarked;
