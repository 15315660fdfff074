package dev.parley.sessions.model;

/** What there may only be so many of. */
public enum Limit {
    /** Sessions that a manager runs and that have not ended. */
    SESSIONS("sessions"),
    /** Sessions of one owner that a manager runs and that have not ended. */
    SESSIONS_PER_OWNER("sessions of one owner"),
    /** Conversations of a session. */
    CONVERSATIONS("conversations"),
    /** Participants of a session who have not left. */
    PARTICIPANTS("participants"),
    /** Messages of a conversation. */
    MESSAGES("messages in the conversation"),
    /** Letters that wait in a session's inbox. */
    INBOX("letters in the inbox");

    private final String text;

    Limit(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
