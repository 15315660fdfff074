/** The fast Fourier transform, computed by eight roles that exchange vectors along a butterfly. */
@NullMarked
package dev.parley.samples.protocols.fft;

import org.jspecify.annotations.NullMarked;
