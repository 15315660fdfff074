/** A mail client: one role is played here, the other by an SMTP server behind a socket. */
@NullMarked
package dev.parley.samples.smtp;

import org.jspecify.annotations.NullMarked;
