package dev.parley.sessions.random;

import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.Completed;
import dev.parley.sessions.event.SessionEvent.ContextChanged;
import dev.parley.sessions.event.SessionEvent.ConversationAnswered;
import dev.parley.sessions.event.SessionEvent.ConversationCreated;
import dev.parley.sessions.event.SessionEvent.ConversationEnded;
import dev.parley.sessions.event.SessionEvent.ConversationRemoved;
import dev.parley.sessions.event.SessionEvent.ConversationSwitched;
import dev.parley.sessions.event.SessionEvent.Created;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.event.SessionEvent.LimitReached;
import dev.parley.sessions.event.SessionEvent.Migrated;
import dev.parley.sessions.event.SessionEvent.ParticipantAdded;
import dev.parley.sessions.event.SessionEvent.ParticipantChanged;
import dev.parley.sessions.event.SessionEvent.ParticipantRemoved;
import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.event.SessionEvent.TaskUpdated;
import dev.parley.sessions.event.SessionEvent.Terminated;
import dev.parley.sessions.event.SessionEvent.Updated;
import dev.parley.sessions.event.SessionEvent.WorkflowAdvanced;
import dev.parley.sessions.event.Stamp;
import dev.parley.sessions.model.Participant;

/** Says what has happened in the words of the model. */
final class EventText {

    private EventText() {}

    static String of(SessionEvent event) {
        Stamp stamp = event.stamp();
        return stamp.epoch() + "." + stamp.number() + " " + StateText.millis(stamp.at()) + " "
                + event.getClass().getSimpleName() + details(event);
    }

    private static String details(SessionEvent event) {
        if (event instanceof Created created) {
            return " " + created.session().name();
        } else if (event instanceof Recovered recovered) {
            return " " + recovered.session().name();
        } else if (event instanceof Updated updated) {
            return " " + updated.session().name();
        } else if (event instanceof Migrated migrated) {
            return " " + migrated.node();
        } else if (event instanceof StatusChanged changed) {
            return " " + changed.from() + " " + changed.to() + " (" + changed.reason() + ")";
        } else if (event instanceof Failed failed) {
            return " " + failed.problem();
        } else if (event instanceof Completed completed) {
            return " " + completed.outcome().text();
        } else if (event instanceof Terminated terminated) {
            return " " + terminated.outcome().text();
        } else if (event instanceof LimitReached reached) {
            return " " + reached.limit().name() + " " + reached.most();
        } else if (event instanceof ContextChanged changed) {
            return " " + changed.key() + " "
                    + changed.entry()
                            .map(entry -> entry.value() + " " + entry.version())
                            .orElse("-");
        }
        return work(event);
    }

    private static String work(SessionEvent event) {
        if (event instanceof ParticipantAdded added) {
            return of(added.participant());
        } else if (event instanceof ParticipantChanged changed) {
            return of(changed.participant());
        } else if (event instanceof ParticipantRemoved removed) {
            return of(removed.participant());
        } else if (event instanceof TaskDelegated delegated) {
            return " " + StateText.of(delegated.task());
        } else if (event instanceof TaskUpdated updated) {
            return " " + StateText.of(updated.task());
        } else if (event instanceof WorkflowAdvanced advanced) {
            return " " + advanced.step() + " " + advanced.state()
                    + (advanced.conversation().isPresent() ? " by protocol" : "");
        } else if (event instanceof ConversationCreated created) {
            return " " + StateText.of(created.conversation());
        } else if (event instanceof ConversationAnswered answered) {
            return " " + StateText.of(answered.conversation());
        } else if (event instanceof ConversationEnded ended) {
            return " " + StateText.of(ended.conversation()) + " (" + ended.reason() + ")";
        } else if (event instanceof ConversationRemoved removed) {
            return " " + StateText.of(removed.conversation());
        } else if (event instanceof ConversationSwitched switched) {
            return " " + switched.from().orElse("none") + " " + switched.to().orElse("none");
        }
        return "";
    }

    private static String of(Participant participant) {
        return " " + participant.id() + " " + participant.role().orElse("") + " " + participant.state();
    }
}
