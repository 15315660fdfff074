package dev.parley.sessions.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** Writes archives of sessions as JSON. */
final class ArchiveWriter {

    static final String FORMAT = "parley-session";
    static final int VERSION = 1;

    private ArchiveWriter() {}

    static String json(SessionArchive archive) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Details.JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writePOJOField("session", archive.session());
            json.writeNumberField("last", archive.last());
            json.writeArrayFieldStart("history");
            for (HistoryEntry entry : archive.history()) {
                json.writeRawValue(entry.event());
            }
            json.writeEndArray();
            json.writeObjectFieldStart("journals");
            for (Map.Entry<String, List<ByteBuffer>> journal :
                    archive.journals().entrySet()) {
                json.writeArrayFieldStart(journal.getKey());
                for (ByteBuffer entry : journal.getValue()) {
                    json.writeBinary(Transaction.bytes(entry));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("what is kept in memory can always be written", e);
        }
        return text.toString();
    }
}
