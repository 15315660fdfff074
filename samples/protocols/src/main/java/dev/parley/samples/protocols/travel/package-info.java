/** A travel agency: a customer haggles with an agency, then deals with the carrier. */
@NullMarked
package dev.parley.samples.protocols.travel;

import org.jspecify.annotations.NullMarked;
