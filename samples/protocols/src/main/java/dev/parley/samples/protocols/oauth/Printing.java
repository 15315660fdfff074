package dev.parley.samples.protocols.oauth;

import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.SessionOptions;
import java.security.SecureRandom;
import java.util.Map;

/** Has photos printed, each time in a session of {@link OAuth}. */
public final class Printing {

    private final AuthorizationServer server;
    private final PhotoPrinter printer;
    private final PhotoStore store;

    /** Brings the three together. */
    public Printing(AuthorizationServer server, PhotoPrinter printer, PhotoStore store) {
        this.server = server;
        this.printer = printer;
        this.store = store;
    }

    /**
     * Runs a session.
     *
     * @param options how it is opened
     * @param owner plays the owner, and is the only one whom nobody knows
     */
    void run(SessionOptions options, RoleProgram<OAuthOwner.Start, RuntimeException> owner) {
        OAuthSession.run(options, printer::print, owner, store::serve, server::serve);
    }

    /** Asks for a scope, logs in, and returns what the application says. */
    static String browse(OAuthOwner.Start start, String scope, String user, String password) {
        OAuthOwner.Authorization.Received answer =
                consent(start, scope).grant(user, password).receive();
        if (answer instanceof OAuthOwner.Code code) {
            return outcome(code.code(code.code(), code.state()));
        }
        return apology((OAuthOwner.Error) answer);
    }

    /** Asks for a scope, does not let the application in, and returns what it says. */
    static String refuse(OAuthOwner.Start start, String scope) {
        return apology(consent(start, scope).refuse().receive());
    }

    private static OAuthOwner.Consent consent(OAuthOwner.Start start, String scope) {
        OAuthOwner.Redirect redirect = start.open(scope).receive();
        return redirect.authorize(redirect.request()).receive();
    }

    /** Returns what the application says in the end. */
    static String outcome(OAuthOwner.BeforeSorry state) {
        return state.receive().match(sorry -> "sorry, " + sorry.reason(), page -> page.text());
    }

    private static String apology(OAuthOwner.Error error) {
        return "sorry, " + error.error(error.error(), error.state()).receive().reason();
    }

    /** Has Ada's photos printed with the right password and with a wrong one, and not at all. */
    public static void main(String[] args) {
        SecureRandom random = new SecureRandom();
        Printing printing = new Printing(
                new AuthorizationServer(Map.of("ada", "lovelace"), random, System::nanoTime),
                new PhotoPrinter(random),
                new PhotoStore(Map.of("ada/engines", "the analytical engine, 1843")));
        printing.run(
                SessionOptions.defaults(),
                owner -> System.out.println("ada, with her password: " + browse(owner, "engines", "ada", "lovelace")));
        printing.run(
                SessionOptions.defaults(),
                owner -> System.out.println("ada, with another:      " + browse(owner, "engines", "ada", "byron")));
        printing.run(
                SessionOptions.defaults(),
                owner -> System.out.println("ada, who does not want: " + refuse(owner, "engines")));
    }
}
