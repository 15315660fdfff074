-- What has happened in a session, and what its conversations have done.

-- A session's tags as they were last written, for a write to see whether they have changed; NULL where it cannot know.
ALTER TABLE session ADD COLUMN tags TEXT ${bytewise};

-- The number of the last event of a session's history.
ALTER TABLE session ADD COLUMN history BIGINT NOT NULL DEFAULT 0;

CREATE TABLE session_event (
    session TEXT ${bytewise} NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    number  BIGINT NOT NULL,
    event   TEXT NOT NULL,
    PRIMARY KEY (session, number)
);

CREATE TABLE session_journal (
    session TEXT ${bytewise} NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    name    TEXT ${bytewise} NOT NULL,
    number  BIGINT NOT NULL,
    entry   ${bytes} NOT NULL,
    PRIMARY KEY (session, name, number)
);
