package dev.parley.samples.protocols.oauth;

/**
 * What a client asks of an authorization server.
 *
 * @param clientId who asks
 * @param scope what for
 * @param state comes back with the answer, so that the client knows its own requests
 * @param challenge the SHA-256 of a secret that the client shows when it exchanges the code, in URL-safe Base64
 */
public record AuthorizationRequest(String clientId, String scope, String state, String challenge) {}
