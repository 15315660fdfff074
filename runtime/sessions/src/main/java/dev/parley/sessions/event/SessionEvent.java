package dev.parley.sessions.event;

import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Outcome;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.SharedContext;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.Task;
import java.util.Optional;

/** Something that happened in a managed session. Immutable. */
public sealed interface SessionEvent {

    /** Returns where and when. */
    Stamp stamp();

    /** A session was created. */
    record Created(Stamp stamp, ManagedSession session) implements SessionEvent {}

    /** A session is run here that was kept in the store: it was recovered, taken over, or has come from another node. */
    record Recovered(Stamp stamp, ManagedSession session) implements SessionEvent {}

    /** What a session is was changed, other than by the events below. */
    record Updated(Stamp stamp, ManagedSession session) implements SessionEvent {}

    /** Another node goes on with a session. */
    record Migrated(Stamp stamp, String node) implements SessionEvent {}

    /** The status of a session was changed. */
    record StatusChanged(Stamp stamp, ManagedStatus from, ManagedStatus to, String reason) implements SessionEvent {}

    /** Somebody takes part. */
    record ParticipantAdded(Stamp stamp, Participant participant) implements SessionEvent {}

    /** Somebody takes part no more. */
    record ParticipantRemoved(Stamp stamp, Participant participant) implements SessionEvent {}

    /** A participant does something else. */
    record ParticipantChanged(Stamp stamp, Participant participant) implements SessionEvent {}

    /** A participant was handed a task, for the first time or again; it is the task's {@link Task#agent agent}. */
    record TaskDelegated(Stamp stamp, Task task) implements SessionEvent {}

    /** Something has become of a task: its answer, a failure, its timeout, or that it waits to be handed out again. */
    record TaskUpdated(Stamp stamp, Task task) implements SessionEvent {}

    /** A step of the work has begun or is done; the conversation is the one whose protocol says so, if one does. */
    record WorkflowAdvanced(Stamp stamp, String step, StepState state, Optional<String> conversation)
            implements SessionEvent {}

    /** A conversation was begun. */
    record ConversationCreated(Stamp stamp, ConversationInfo conversation) implements SessionEvent {}

    /** Another conversation is the active one, or none is. */
    record ConversationSwitched(Stamp stamp, Optional<String> from, Optional<String> to) implements SessionEvent {}

    /** Something was answered in a conversation. */
    record ConversationAnswered(Stamp stamp, ConversationInfo conversation) implements SessionEvent {}

    /** The protocol of a conversation is over, for this reason; empty if it has come to its end. */
    record ConversationEnded(Stamp stamp, ConversationInfo conversation, String reason) implements SessionEvent {}

    /** A conversation was removed. */
    record ConversationRemoved(Stamp stamp, ConversationInfo conversation) implements SessionEvent {}

    /** An entry of the shared context was written, or removed if it is empty. */
    record ContextChanged(Stamp stamp, String key, Optional<SharedContext.Entry> entry) implements SessionEvent {}

    /** Something has failed. */
    record Failed(Stamp stamp, String problem) implements SessionEvent {}

    /** A session has done what it was for. */
    record Completed(Stamp stamp, Outcome outcome) implements SessionEvent {}

    /** A session was ended. */
    record Terminated(Stamp stamp, Outcome outcome) implements SessionEvent {}

    /** The time of a session was over. */
    record Expired(Stamp stamp) implements SessionEvent {}

    /** What an ended session held here was released; the store still has it. */
    record Cleaned(Stamp stamp) implements SessionEvent {}

    /** Every trace of a session was deleted. */
    record Deleted(Stamp stamp) implements SessionEvent {}

    /** Something was refused because there may be no more of it. */
    record LimitReached(Stamp stamp, Limit limit, long most) implements SessionEvent {}

    /** A session is more or less healthy than before. */
    record HealthChanged(Stamp stamp, HealthLevel from, HealthLevel to, String reason) implements SessionEvent {}
}
