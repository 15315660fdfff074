package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionArchiveTest {

    private static final SessionArchive ARCHIVE = new SessionArchive(
            OpenStore.session("s1", "chat"),
            7,
            List.of(new HistoryEntry(6, "{\"type\":\"started\"}"), new HistoryEntry(7, "2")),
            Map.of("talk", List.of(ByteBuffer.wrap("entry".getBytes(StandardCharsets.UTF_8)))));

    private static final String JSON = ARCHIVE.toJson();

    @Test
    void isReadableAndSaysItsVersion() {
        assertThat(JSON)
                .startsWith(
                        "{\n  \"format\" : \"parley-session\",\n  \"version\" : 1,\n  \"session\" : {\n    \"id\" : \"s1\",")
                .contains("\"createdAt\" : \"2026-01-01T12:00:00Z\"")
                .contains("\"last\" : 7,\n  \"history\" : [ {\"type\":\"started\"}, 2 ],")
                .contains("\"talk\" : [ \"ZW50cnk=\" ]");
    }

    /** Checks that a text is refused where another text begins in it. */
    private static void assertRefused(String json, String place, String problem) {
        int at = json.indexOf(place);
        int line =
                1 + (int) json.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - json.lastIndexOf('\n', at);
        assertThatExceptionOfType(ArchiveFormatException.class)
                .as(json)
                .isThrownBy(() -> SessionArchive.parse(json))
                .withMessageContaining(problem)
                .withMessageStartingWith("Line " + line + ", column " + column + " of the archive: ")
                .satisfies(refused -> {
                    assertThat(refused.line()).isEqualTo(line);
                    assertThat(refused.column()).isEqualTo(column);
                });
    }

    private static void assertRefused(String json, String problem) {
        assertThatExceptionOfType(ArchiveFormatException.class)
                .as(json)
                .isThrownBy(() -> SessionArchive.parse(json))
                .withMessageContaining(problem);
    }

    @Test
    void anotherVersionIsRefused() {
        assertRefused(
                JSON.replace("\"version\" : 1", "\"version\" : 2"), "2,", "the version is 2, and only 1 is known");
        assertRefused(JSON.replace("\"version\" : 1", "\"version\" : \"1\""), "\"1\"", "the version is 1");
        assertRefused(JSON.replace("parley-session", "other"), "\"other\"", "the format is \"other\"");
        assertRefused("{\"a\":1}", "\"a\"", "\"format\" belongs here");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertRefused("", "an archive begins with {");
        assertRefused("[]", "[", "an archive begins with {");
        assertRefused(JSON.replace("\"last\" : 7", "\"last\" : 7x"), "x,", "Unexpected character ('x'");
        assertRefused(JSON.substring(0, JSON.indexOf("\"history\"") + 15), "end-of-input");
        assertRefused(JSON + "true", "true", "nothing may follow");
    }

    @Test
    void whatIsNotThereIsNotMadeUp() {
        assertRefused(JSON.replace("\"last\" : 7,", ""), "\"history\"", "\"last\" belongs here");
        assertRefused(JSON.replace("\"last\" : 7,", "\"last\" : 1,"), "an event 0 where number 0 of 1 belongs");
        assertRefused(JSON.replace("\"name\" : \"chat\",", ""), "'name'");
        assertRefused(JSON.replace("\"name\" :", "\"nickname\" : 1, \"name\" :"), "nickname");
        assertRefused(JSON.replace("\"ZW50cnk=\"", "17"), "17 ]", "base 64");
        assertRefused(JSON.replace("\"ZW50cnk=\"", "\"Z!\""), "base64");
        assertRefused(JSON.replace("\"chat\"", "\" \""), "blank");
        assertRefused(JSON.replace("\"chat\"", "null"), "Null value");
    }

    @Test
    void numbersOfEventsHaveNoGaps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionArchive(
                        OpenStore.session("s1", "chat"), 2, List.of(new HistoryEntry(1, "1")), Map.of()))
                .withMessageContaining("has an event 1 where number 2 of 2 belongs");
    }
}
