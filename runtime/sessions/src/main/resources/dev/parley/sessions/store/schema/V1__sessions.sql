-- One text for SQLite and PostgreSQL. Their words for a column of JSON, and for texts compared by code point, are placeholders.

CREATE TABLE session (
    id            TEXT ${bytewise} PRIMARY KEY,
    type          TEXT ${bytewise} NOT NULL,
    name          TEXT ${bytewise} NOT NULL,
    owner         TEXT ${bytewise} NOT NULL,
    workspace     TEXT ${bytewise} NOT NULL,
    status        TEXT ${bytewise} NOT NULL,
    created_at    BIGINT NOT NULL,
    last_activity BIGINT NOT NULL,
    expires_at    BIGINT,
    live          INTEGER NOT NULL,
    metadata      ${json} NOT NULL,
    details       TEXT NOT NULL,
    searched      TEXT NOT NULL,
    node          TEXT NOT NULL,
    epoch         BIGINT NOT NULL
);

CREATE UNIQUE INDEX session_live_name ON session (type, name) WHERE live = 1;
CREATE INDEX session_owner ON session (owner);
CREATE INDEX session_status ON session (status);
CREATE INDEX session_last_activity ON session (last_activity);
CREATE INDEX session_node ON session (node);

CREATE TABLE session_tag (
    session TEXT ${bytewise} NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    tag     TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (session, tag)
);

CREATE INDEX session_tag_tag ON session_tag (tag);

-- Until when a node says that it is alive: who has not said so in time may lose its sessions to another.
CREATE TABLE node (
    name        TEXT PRIMARY KEY,
    lease_until BIGINT NOT NULL
);
