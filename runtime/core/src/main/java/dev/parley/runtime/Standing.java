package dev.parley.runtime;

import dev.parley.runtime.buffer.Gate;
import org.jspecify.annotations.Nullable;

/**
 * A session's status with all that belongs to it, so that one compare-and-set changes it as a whole.
 *
 * @param session the session's id
 * @param status the status
 * @param reason why it was cancelled or faulted; empty for the others
 * @param cause the failure, for a faulted session
 * @param previous what it was before; null for the first
 */
record Standing(
        String session,
        SessionStatus status,
        String reason,
        @Nullable Throwable cause,
        @Nullable Standing previous) implements Gate.Refusal {

    static Standing active(String session) {
        return new Standing(session, SessionStatus.ACTIVE, "", null, null);
    }

    Standing next(SessionStatus next, String why, @Nullable Throwable failure) {
        return new Standing(session, next, why, failure, this);
    }

    @Override
    public void onSend() {
        if (status != SessionStatus.ACTIVE) {
            throw refusal("nothing more can be sent");
        }
    }

    @Override
    public void onReceive() {
        if (status.isEnd()) {
            throw refusal("nothing is left to be received");
        }
    }

    @Override
    public void onWait() {
        if (status != SessionStatus.ACTIVE) {
            throw refusal("nothing more will arrive or be taken");
        }
    }

    /** Returns what to throw where something is refused. */
    RuntimeException refusal(String consequence) {
        return switch (status) {
            case ACTIVE, DRAINING, CLOSED ->
                new SessionClosedException("Session " + session + " is "
                        + (status == SessionStatus.CLOSED ? "closed" : "draining") + ": " + consequence
                        + ". Let the roles reach an end of the protocol before the session is closed.");
            case CANCELLED ->
                new SessionCancelledException("Session " + session + " was cancelled: " + reason + ".", null);
            case FAULTED -> new SessionCancelledException("Session " + session + " has failed: " + reason + ".", cause);
        };
    }
}
