package dev.parley.sessions.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.parley.sessions.model.ManagedSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads archives of sessions from JSON. Their parts have to be in the order in which they are written, so that the version comes first. */
final class ArchiveParser {

    /** More follows the session. */
    private static final ObjectReader SESSION =
            Details.JSON.readerFor(ManagedSession.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String text;

    ArchiveParser(String text) {
        this.text = text;
    }

    SessionArchive parse() {
        try (JsonParser json = Details.JSON.createParser(text)) {
            return parse(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new ArchiveFormatException(e.getOriginalMessage(), at, e);
        } catch (IOException e) {
            throw new UncheckedIOException("what is in memory can always be read", e);
        }
    }

    private SessionArchive parse(JsonParser json) throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT, "an archive begins with {", json);
        checkVersion(json);
        field("session", json);
        JsonLocation start = json.currentTokenLocation();
        ManagedSession session = SESSION.readValue(json);
        expect(session != null, "there is no session", json);
        field("last", json);
        expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "a number belongs here", json);
        long last = json.getLongValue();
        field("history", json);
        List<String> events = events(json);
        field("journals", json);
        Map<String, List<ByteBuffer>> journals = journals(json);
        expect(json.nextToken() == JsonToken.END_OBJECT, "an archive ends with } here", json);
        expect(json.nextToken() == null, "nothing may follow an archive", json);
        return archive(session, last, events, journals, start);
    }

    private static SessionArchive archive(
            ManagedSession session,
            long last,
            List<String> events,
            Map<String, List<ByteBuffer>> journals,
            JsonLocation at) {
        List<HistoryEntry> history = new ArrayList<>();
        for (String event : events) {
            history.add(new HistoryEntry(last - events.size() + history.size() + 1, event));
        }
        try {
            return new SessionArchive(session, last, history, journals);
        } catch (IllegalArgumentException e) {
            throw new ArchiveFormatException(String.valueOf(e.getMessage()), at, e);
        }
    }

    private static void checkVersion(JsonParser json) throws IOException {
        field("format", json);
        expect(
                ArchiveWriter.FORMAT.equals(json.getText()),
                "the format is \"" + json.getText() + "\" and not \"" + ArchiveWriter.FORMAT + "\"",
                json);
        field("version", json);
        expect(
                json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getIntValue() == ArchiveWriter.VERSION,
                "the version is " + json.getText() + ", and only " + ArchiveWriter.VERSION
                        + " is known. Read it with the release that has written it, or a later one",
                json);
    }

    /** Goes on to the value of the next field. */
    private static void field(String name, JsonParser json) throws IOException {
        expect(
                json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals(name),
                "\"" + name + "\" belongs here",
                json);
        json.nextToken();
    }

    /** Events are taken as they are written, to the last digit. */
    private List<String> events(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY, "[ belongs here", json);
        List<String> events = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int start = (int) json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            json.finishToken();
            events.add(text.substring(start, (int) json.currentLocation().getCharOffset())
                    .strip());
        }
        return events;
    }

    private static Map<String, List<ByteBuffer>> journals(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.START_OBJECT, "{ belongs here", json);
        Map<String, List<ByteBuffer>> journals = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            expect(json.nextToken() == JsonToken.START_ARRAY, "[ belongs here", json);
            List<ByteBuffer> entries = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                expect(json.currentToken() == JsonToken.VALUE_STRING, "an entry in base 64 belongs here", json);
                entries.add(ByteBuffer.wrap(json.getBinaryValue()));
            }
            journals.put(name, entries);
        }
        return journals;
    }

    private static void expect(boolean holds, String problem, JsonParser json) {
        if (!holds) {
            throw new ArchiveFormatException(problem, json.currentTokenLocation(), null);
        }
    }
}
