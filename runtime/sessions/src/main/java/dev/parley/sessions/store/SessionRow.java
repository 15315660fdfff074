package dev.parley.sessions.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedSessionBuilder;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.query.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session as a row of its table. */
final class SessionRow {

    /** The columns that a session is written to, in the order of {@link #values}. */
    static final List<String> COLUMNS = List.of(
            "type",
            "name",
            "owner",
            "workspace",
            "status",
            "created_at",
            "last_activity",
            "expires_at",
            "live",
            "details",
            "searched",
            "tags",
            "metadata");

    /** The columns that {@link #read} needs, in this order. */
    private static final List<String> READ_COLUMNS = List.of(
            "id",
            "type",
            "name",
            "owner",
            "workspace",
            "status",
            "created_at",
            "last_activity",
            "expires_at",
            "metadata",
            "details");

    /** The columns that {@link #read} needs. */
    static final String READ = String.join(", ", READ_COLUMNS);

    private final ResultSet row;
    private final String id;

    private SessionRow(ResultSet row) throws SQLException {
        this.row = row;
        this.id = row.getString(at("id"));
    }

    static List<@Nullable Object> values(ManagedSession session) {
        return Arrays.asList(
                session.kind().name(),
                session.name(),
                session.owner(),
                session.workspace(),
                session.status().name(),
                session.createdAt().toEpochMilli(),
                session.lastActivity().toEpochMilli(),
                session.expiresAt().map(Instant::toEpochMilli).orElse(null),
                session.isLive() ? 1L : 0L,
                Details.of(session).json(),
                Condition.searched(session),
                tags(session),
                Details.json(session.metadata()));
    }

    static String tags(ManagedSession session) {
        return Details.json(session.tags());
    }

    static ManagedSession read(ResultSet row) throws SQLException {
        return new SessionRow(row).session();
    }

    /** Returns where a column is in what is read: drivers would look its name up for every row. */
    private static int at(String column) {
        return READ_COLUMNS.indexOf(column) + 1;
    }

    private ManagedSession session() throws SQLException {
        Details details = read("details", Details::parse);
        ManagedSessionBuilder builder = ManagedSession.builder(
                        id,
                        read("type", SessionKind::valueOf),
                        read("name", SessionRow::notBlank),
                        read("owner", SessionRow::notBlank),
                        time("created_at"))
                .workspace(row.getString(at("workspace")))
                .status(read("status", ManagedStatus::valueOf), details.statusReason())
                .lastActivity(time("last_activity"))
                .expiresAt(row.getObject(at("expires_at")) == null ? Optional.empty() : Optional.of(time("expires_at")))
                .tags(details.tags())
                .capabilities(details.capabilities())
                .constraints(details.constraints())
                .preferences(details.preferences())
                .resources(details.resources())
                .work(details.work())
                .metadata(read("metadata", Details::metadata));
        try {
            return builder.build();
        } catch (IllegalArgumentException | NullPointerException e) { // something in a collection
            throw new CorruptSessionException(id, isWhole(builder.metadata(Map.of())) ? "metadata" : "details", e);
        }
    }

    private static boolean isWhole(ManagedSessionBuilder builder) {
        try {
            builder.build();
            return true;
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    private Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(at(column)));
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is blank");
        }
        return text;
    }

    /** Reads a value from a text. */
    @FunctionalInterface
    private interface Parser<T> {
        @Nullable T parse(String text) throws JsonProcessingException;
    }

    private <T> T read(String column, Parser<T> parser) throws SQLException {
        try {
            T value = parser.parse(row.getString(at(column)));
            if (value == null) {
                throw new IllegalArgumentException("it is null");
            }
            return value;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new CorruptSessionException(id, column, e);
        }
    }
}
