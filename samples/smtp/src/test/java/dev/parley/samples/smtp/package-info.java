/** The mailer against a real server and against servers that behave badly. */
@NullMarked
package dev.parley.samples.smtp;

import org.jspecify.annotations.NullMarked;
