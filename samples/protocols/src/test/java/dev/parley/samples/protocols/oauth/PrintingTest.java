package dev.parley.samples.protocols.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PrintingTest {

    private final AtomicLong clock = new AtomicLong();
    private final List<String> said = new ArrayList<>();
    private final Printing printing = printing(new Random(0));

    private Printing printing(Random random) {
        return new Printing(
                new AuthorizationServer(Map.of("ada", "lovelace", "eve", "apple"), random, clock::get),
                new PhotoPrinter(random),
                new PhotoStore(Map.of("ada/engines", "an engine", "eve/trees", "a tree")));
    }

    @Test
    void printsWhatItsOwnerAllows() {
        printing.run(
                SessionOptions.defaults(), owner -> said.add(Printing.browse(owner, "engines", "ada", "lovelace")));

        assertThat(said).containsExactly("printed: an engine");
    }

    @Test
    void printsNothingElse() {
        printing.run(SessionOptions.defaults(), owner -> said.add(Printing.browse(owner, "engines", "ada", "byron")));
        printing.run(SessionOptions.defaults(), owner -> said.add(Printing.refuse(owner, "engines")));
        printing.run(SessionOptions.defaults(), owner -> said.add(Printing.browse(owner, "engines", "eve", "apple")));

        assertThat(said).containsExactly("sorry, access_denied", "sorry, access_denied", "printed: nothing");
    }

    @Test
    void takesNoAnswerToAnotherRequest() {
        printing.run(
                SessionOptions.defaults(),
                owner -> said.add(bring(owner, "ada", "lovelace", code -> code, state -> "another")));

        assertThat(said).containsExactly("sorry, this is no answer to a request of mine");
    }

    /** Eve has a code that Ada was given in another session; the application that exchanges it is not the one it was meant for. */
    @Test
    void aStolenCodeIsOfNoUse() {
        String[] stolen = {""};
        printing.run(
                SessionOptions.defaults(),
                ada -> said.add(bring(
                        ada,
                        "ada",
                        "lovelace",
                        code -> {
                            stolen[0] = code;
                            return "lost";
                        },
                        state -> state)));
        printing.run(
                SessionOptions.defaults(),
                eve -> said.add(bring(eve, "eve", "apple", code -> stolen[0], state -> state)));

        assertThat(said)
                .containsExactly("sorry, the code was not meant for me", "sorry, the code was not meant for me");
    }

    @Test
    void aTokenIsGoodForAWhile() {
        AuthorizationServer server = new AuthorizationServer(
                Map.of("ada", "lovelace"),
                new Random(0),
                () -> clock.getAndAdd(AuthorizationServer.LIFETIME.toNanos()));
        Printing slow = new Printing(server, new PhotoPrinter(new Random(1)), new PhotoStore(Map.of()));

        slow.run(SessionOptions.defaults(), owner -> said.add(Printing.browse(owner, "engines", "ada", "lovelace")));

        assertThat(said).containsExactly("sorry, the token is not good any more");
    }

    @SimulationTest
    void comesToTheSameInEveryOrder(Simulation simulation) {
        simulation.delay(Duration.ofSeconds(1)).partition("Resource", "Server", Duration.ZERO, Duration.ofMinutes(1));

        printing(simulation.random())
                .run(simulation.options(), owner -> said.add(Printing.browse(owner, "engines", "ada", "lovelace")));

        assertThat(said).containsExactly("printed: an engine");
    }

    @SimulationTest(runs = 30)
    void nobodyIsLeftWaitingWhereSomebodyCrashes(Simulation simulation) {
        List<String> roles = List.of("Client", "Owner", "Resource", "Server");
        String role = roles.get(simulation.random().nextInt(4));
        simulation.crash(role, simulation.random().nextInt(3));

        assertThatExceptionOfType(SimulatedCrashException.class)
                .isThrownBy(() -> printing(simulation.random())
                        .run(
                                simulation.options(),
                                owner -> said.add(Printing.browse(owner, "engines", "ada", "lovelace"))));
    }

    /** Logs in, and does not bring to the application what the server gave. */
    private static String bring(
            OAuthOwner.Start start,
            String user,
            String password,
            UnaryOperator<String> code,
            UnaryOperator<String> state) {
        OAuthOwner.Redirect redirect = start.open("engines").receive();
        OAuthOwner.Authorization.Received answer = redirect.authorize(redirect.request())
                .receive()
                .grant(user, password)
                .receive();
        return answer.match(
                right -> Printing.outcome(right.code(code.apply(right.code()), state.apply(right.state()))),
                error -> error.error(error.error(), error.state()).receive().reason());
    }
}
