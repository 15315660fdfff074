/** OAuth 2.0 with an authorization code: who may see what, decided by its owner. */
@NullMarked
package dev.parley.samples.protocols.oauth;

import org.jspecify.annotations.NullMarked;
