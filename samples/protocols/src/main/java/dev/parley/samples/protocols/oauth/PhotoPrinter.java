package dev.parley.samples.protocols.oauth;

import java.util.random.RandomGenerator;

/** Plays {@link OAuth.Client}: an application that prints what somebody keeps elsewhere. Safe for use by many threads. */
public final class PhotoPrinter {

    private static final String ID = "photo-printer";

    private final RandomGenerator random;

    /**
     * Creates the application.
     *
     * @param random makes the secrets; safe for use by many threads
     */
    public PhotoPrinter(RandomGenerator random) {
        this.random = random;
    }

    /** Plays the role. */
    void print(OAuthClient.Start start) {
        OAuthClient.Open open = start.receive();
        String state = AuthorizationServer.secret(random);
        String verifier = AuthorizationServer.secret(random);
        String challenge = AuthorizationServer.challenge(verifier);
        OAuthClient.BeforeCode.Received answer = open.redirect(
                        new AuthorizationRequest(ID, open.scope(), state, challenge))
                .receive();
        if (answer instanceof OAuthClient.Error error) {
            error.sorry(error.error());
        } else if (answer instanceof OAuthClient.Code code) {
            if (code.state().equals(state)) {
                read(code.exchange(code.code(), verifier));
            } else {
                code.sorry("this is no answer to a request of mine");
            }
        }
    }

    private static void read(OAuthClient.Token state) {
        OAuthClient.Token.Received received = state.receive();
        if (received instanceof OAuthClient.InvalidGrant invalid) {
            invalid.sorry("the code was not meant for me");
        } else if (received instanceof OAuthClient.TokenMessage token) {
            OAuthClient.BeforeContent.Received answer =
                    token.read(token.token()).receive();
            if (answer instanceof OAuthClient.Unauthorized unauthorized) {
                unauthorized.sorry("the token is not good any more");
            } else if (answer instanceof OAuthClient.Content content) {
                content.page("printed: " + content.content());
            }
        }
    }
}
