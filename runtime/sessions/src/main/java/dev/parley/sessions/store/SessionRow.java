package dev.parley.sessions.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.sessions.ManagedSession;
import dev.parley.sessions.ManagedStatus;
import dev.parley.sessions.SessionKind;
import dev.parley.sessions.query.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

    /** The columns that {@link #read} needs. */
    static final String READ =
            "id, type, name, owner, workspace, status, created_at, last_activity, expires_at, metadata, details";

    private SessionRow() {}

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
        String id = row.getString("id");
        try {
            Details details = Details.parse(row.getString("details"));
            long expires = row.getLong("expires_at");
            Optional<Instant> expiresAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires));
            return ManagedSession.builder(
                            id,
                            SessionKind.valueOf(row.getString("type")),
                            row.getString("name"),
                            row.getString("owner"),
                            Instant.ofEpochMilli(row.getLong("created_at")))
                    .workspace(row.getString("workspace"))
                    .status(ManagedStatus.valueOf(row.getString("status")), details.statusReason())
                    .lastActivity(Instant.ofEpochMilli(row.getLong("last_activity")))
                    .expiresAt(expiresAt)
                    .tags(details.tags())
                    .capabilities(details.capabilities())
                    .constraints(details.constraints())
                    .preferences(details.preferences())
                    .resources(details.resources())
                    .metadata(Details.metadata(row.getString("metadata")))
                    .build();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new CorruptSessionException(id, e);
        }
    }
}
