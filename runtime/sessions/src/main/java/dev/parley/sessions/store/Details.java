package dev.parley.sessions.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.Resources;
import dev.parley.sessions.model.Work;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of a session beside what it can be asked for by, as JSON.
 *
 * @param statusReason why it has its status
 * @param tags words it can be found by
 * @param capabilities what it can do
 * @param constraints what it must keep to
 * @param preferences what it would rather have
 * @param resources what it may use
 * @param work what goes on in it
 */
record Details(
        String statusReason,
        Set<String> tags,
        Set<String> capabilities,
        Map<String, String> constraints,
        Map<String, String> preferences,
        Resources resources,
        Work work) {

    /** What is not known or not there is damage: nothing is made up for it. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModules(new Jdk8Module(), new JavaTimeModule())
            // Only the components of records are kept, and times are readable.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private static final ObjectReader READER = JSON.readerFor(Details.class);
    private static final ObjectReader METADATA = JSON.readerFor(new TypeReference<Map<String, String>>() {});

    static Details of(ManagedSession session) {
        return new Details(
                session.statusReason(),
                session.tags(),
                session.capabilities(),
                session.constraints(),
                session.preferences(),
                session.resources(),
                session.work());
    }

    String json() {
        return json(this);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }

    static Details parse(String json) throws JsonProcessingException {
        try {
            return READER.readValue(json);
        } catch (MismatchedInputException e) {
            if (JSON.readTree(json) instanceof ObjectNode known && !known.has("work")) {
                known.set("work", JSON.valueToTree(Work.NONE)); // the first version of the schema had none
                return JSON.treeToValue(known, Details.class);
            }
            throw e;
        }
    }

    /**
     * Checks that a text is JSON.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void checkJson(String text) {
        try {
            if (JSON.readTree(text).isMissingNode()) {
                throw new IllegalArgumentException("An event is empty; it must be JSON.");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The event is no JSON: " + e.getMessage() + ".", e);
        }
    }

    static Map<String, String> metadata(String json) throws JsonProcessingException {
        return METADATA.readValue(json);
    }
}
