package dev.parley.maven.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final String ASK = "@Message(from = Client.class, to = Server.class) Answer ask(String key);";
    private static final String ANSWERS = "@Message(from = Server.class, to = Client.class) void found(int value);"
            + "@Message(from = Server.class, to = Client.class) void missing();";

    private static final String LOOKUP = lookup("", ASK, ANSWERS);

    @TempDir
    private Path directory;

    private static String lookup(String annotations, String steps, String answers) {
        return Versions.protocol(
                "Lookup", annotations, steps + " @Choice(at = Server.class) interface Answer {" + answers + "}");
    }

    private List<String> compare(String before, String after) {
        return Comparison.compare(Versions.of(directory, before), Versions.of(directory, after), 3).stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void namesOfParametersMethodsAndBlocksDoNotMatter() {
        assertThat(compare(
                        LOOKUP,
                        lookup("", ASK.replace("key", "name").replace("ask(", "enquire("), ANSWERS)
                                .replace("to = Server.class)", "to = Server.class, label = \"ask\")")
                                .replace("Answer", "Reply")))
                .containsExactly(
                        "[COMPATIBLE] shop.Lookup: role Client may be upgraded before the others or after them",
                        "[COMPATIBLE] shop.Lookup: role Server may be upgraded before the others or after them");
    }

    @Test
    void aNewAnswerNeedsClientsFirst() {
        String more = ANSWERS + "@Message(from = Server.class, to = Client.class) void later();";

        assertThat(compare(LOOKUP, lookup("", ASK, more))).containsExactly("""
                        [ORDERED] shop.Lookup: role Client has to be upgraded before the others
                            the old Client among new peers:
                              1. Client -> Server : ask(String)
                              2. Server sends later() to Client
                              then Client will never take later() of Server: it waits for found(int) of Server or waits for missing() of Server""", """
                        [ORDERED] shop.Lookup: role Server has to be upgraded after the others
                            the new Server among old peers:
                              1. Client -> Server : ask(String)
                              2. Server sends later() to Client
                              then Client will never take later() of Server: it waits for found(int) of Server or waits for missing() of Server""");
    }

    @Test
    void anotherPayloadTypeBreaks() {
        assertThat(compare(LOOKUP, lookup("", ASK.replace("String", "int"), ANSWERS)))
                .containsExactly("""
                        [BREAKING] shop.Lookup: role Client can be upgraded neither before the others nor after them
                            the new Client among old peers:
                              1. Client sends ask(int) to Server
                              then Server will never take ask(int) of Client: it waits for ask(String) of Client
                            the old Client among new peers:
                              1. Client sends ask(String) to Server
                              then Server will never take ask(String) of Client: it waits for ask(int) of Client""", """
                        [BREAKING] shop.Lookup: role Server can be upgraded neither before the others nor after them
                            the new Server among old peers:
                              1. Client sends ask(String) to Server
                              then Server will never take ask(String) of Client: it waits for ask(int) of Client
                            the old Server among new peers:
                              1. Client sends ask(int) to Server
                              then Server will never take ask(int) of Client: it waits for ask(String) of Client""");
    }

    @Test
    void aRoleMayComeAndGo() {
        String logged = LOOKUP.replace(
                "@Role interface Server {}",
                "@Role interface Server {} @Role interface Log {}"
                        + " @Message(from = Server.class, to = Log.class) void started();");

        assertThat(compare(LOOKUP, logged))
                .first()
                .isEqualTo("[ORDERED] shop.Lookup: role Log is new:"
                        + " let somebody play it before the roles that talk to it are upgraded");
        assertThat(compare(logged, LOOKUP))
                .first()
                .isEqualTo("[ORDERED] shop.Lookup: role Log is gone:"
                        + " let it be played until all roles that talk to it are upgraded");
    }

    @Test
    void aProtocolMayComeButNotGo() {
        assertThat(compare(LOOKUP, LOOKUP.replace("Lookup", "Search")))
                .containsExactly(
                        "[BREAKING] shop.Lookup: the protocol is gone: peers that play it find nobody to play with",
                        "[COMPATIBLE] shop.Search: the protocol is new");
    }

    @Test
    void aBufferMustNotBeginToLoseMessages() {
        String stream = Versions.protocol(
                "Ticks",
                "",
                "Round round(); interface Round {"
                        + "@Message(from = Client.class, to = Server.class) Round tick(int count); }");
        String latest = stream.replace(
                "@Protocol\n",
                "@Protocol @Edge(from = Ticks.Client.class, to = Ticks.Server.class, mode = Edge.Mode.LATEST_VALUE)\n");
        String large = latest.replace("mode = Edge.Mode.LATEST_VALUE", "capacity = 5000");

        assertThat(compare(stream, latest))
                .last()
                .isEqualTo("[BREAKING] shop.Ticks: buffer Client -> Server may now lose messages:"
                        + " old peers count on every one of them");
        assertThat(compare(latest, stream)).noneMatch(finding -> finding.startsWith("[BREAKING]"));
        assertThat(compare(stream, large))
                .last()
                .isEqualTo(
                        "[COMPATIBLE] shop.Ticks: buffer Client -> Server is FIFO BLOCK of 5000, and was FIFO BLOCK of 1024:"
                                + " that shows only in the program that holds it");
    }

    @Test
    void aNewFirstMessageNeedsItsReceiverFirst() {
        String start = Versions.protocol(
                "Work",
                "",
                "Do next(); @Choice(at = Client.class) interface Do {"
                        + "@Message(from = Client.class, to = Server.class) Do task();"
                        + "@Message(from = Client.class, to = Server.class) End stop(); }");
        String pause = start.replace(
                "End stop();", "End stop(); @Message(from = Client.class, to = Server.class) Do pause();");

        assertThat(compare(start, pause))
                .element(1)
                .asString()
                .startsWith("[ORDERED] shop.Work: role Server has to be upgraded before the others");
        assertThat(compare(pause, start))
                .first()
                .asString()
                .startsWith("[ORDERED] shop.Work: role Client has to be upgraded before the others");
    }

    private static final String ASSAY = Versions.protocol("Assay", "", """
                    Both both();
                    @Message(from = Client.class, to = Server.class) void thanks();
                    @Parallel interface Both {
                        @Message(from = Client.class, to = Server.class) Finding blood(int sample);
                        @Message(from = Server.class, to = Client.class) void bill(int euros);
                    }
                    @Choice(at = Server.class)
                    interface Finding {
                        @Message(from = Server.class, to = Client.class) void finding(String text);
                    }
            """);

    @Test
    void aRoleIsUpgradedTogetherWithItsBranches() {
        String more = ASSAY.replace(
                "finding(String text);",
                "finding(String text); @Message(from = Server.class, to = Client.class) void spoilt();");

        assertThat(compare(ASSAY, ASSAY)).hasSize(2).allMatch(message -> message.startsWith("[COMPATIBLE]"));
        assertThat(compare(ASSAY, more)).containsExactly("""
                        [ORDERED] shop.Assay: role Client has to be upgraded before the others
                            the old Client among new peers:
                              1. Client -> Server : blood(int)
                              2. Server sends spoilt() to Client
                              then Client, in branch blood of Both, will never take spoilt() of Server: it waits for finding(String) of Server""", """
                        [ORDERED] shop.Assay: role Server has to be upgraded after the others
                            the new Server among old peers:
                              1. Client -> Server : blood(int)
                              2. Server sends spoilt() to Client
                              then Client, in branch blood of Both, will never take spoilt() of Server: it waits for finding(String) of Server""");
    }

    @Test
    void nobodyTakesWhatIsSentInABranchThatHeDoesNotHave() {
        String more = ASSAY.replace(
                "void bill(int euros);",
                "void bill(int euros); @Message(from = Server.class, to = Client.class) void note(String text);");

        assertThat(compare(ASSAY, more))
                .first()
                .asString()
                .startsWith(
                        "[BREAKING] shop.Assay: role Client can be upgraded neither before the others nor after them")
                .contains("then Client, in branch note of Both, will never take note(String) of Server: it is done");
    }
}
