package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.runtime.SessionStatus;
import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationEndedException;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.conversation.NoConversationException;
import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Voice;
import dev.parley.sessions.event.SessionEvent.ConversationAnswered;
import dev.parley.sessions.event.SessionEvent.ConversationCreated;
import dev.parley.sessions.event.SessionEvent.ConversationEnded;
import dev.parley.sessions.event.SessionEvent.ConversationRemoved;
import dev.parley.sessions.event.SessionEvent.ConversationSwitched;
import dev.parley.sessions.event.SessionEvent.WorkflowAdvanced;
import dev.parley.sessions.live.NotActiveException;
import dev.parley.sessions.live.ObserverException;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.UnknownNameException;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private final ManagerFixture fixture = new ManagerFixture(options -> options.maxConversations(3));
    private final SessionHandle session = fixture.started("chat");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsSaidGoesToTheActiveConversation() throws Exception {
        Conversation<ChatSession> first = session.conversations().create(Chats.chat("first"));
        Conversation<ChatSession> second =
                session.conversations().create(Chats.chat("second").configuration(Map.of("tone", "dry")));

        assertThat(session.conversations().send("one")).isEqualTo("ONE");
        session.conversations().activate(second.id());
        assertThat(session.conversations().lastResponse()).isEmpty();
        assertThat(session.conversations().send("two")).isEqualTo("TWO");

        assertThat(first.now().messages()).isEqualTo(1);
        assertThat(first.now().lastResponse()).contains("ONE");
        assertThat(session.conversations().lastResponse()).contains("TWO");
        assertThat(second.now().configuration()).containsEntry("tone", "dry");
        assertThat(second.now().protocol()).isEqualTo("Chat");
        assertThat(fixture.events(ConversationCreated.class)).hasSize(2);
        assertThat(fixture.events(ConversationAnswered.class)).hasSize(2);
        assertThat(fixture.events(ConversationSwitched.class))
                .extracting(event -> event.to().orElseThrow())
                .containsExactly(first.id(), second.id());
    }

    @Test
    void aPausedSessionRefusesActionsInAllConversations() throws Exception {
        Conversation<ChatSession> chat = session.conversations().create(Chats.chat("main"));
        session.pause("lunch");

        assertThatExceptionOfType(NotActiveException.class)
                .isThrownBy(() -> chat.send("hello"))
                .withMessageContaining("is IDLE (lunch)")
                .withMessageContaining("Resume it first");
        assertThatExceptionOfType(NotActiveException.class)
                .isThrownBy(() -> session.conversations().create(Chats.chat("other")));
        session.resume();
        assertThat(chat.send("hello")).isEqualTo("HELLO");
        assertThat(chat.now().messages()).as("what was refused does not count").isEqualTo(1);
    }

    @Test
    void removingTheActiveConversationPromotesTheOldestThatGoesOn() throws Exception {
        Conversation<ChatSession> first = session.conversations().create(Chats.chat("first"));
        Conversation<ChatSession> over = session.conversations().create(Chats.chat("over"));
        Conversation<ChatSession> third = session.conversations().create(Chats.chat("third"));
        over.send("bye");
        assertThat(over.session().orElseThrow().awaitEnd(Duration.ofSeconds(60)))
                .isTrue();

        session.conversations().remove(first.id());

        assertThat(session.conversations().active()).contains(third);
        assertThat(first.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThatExceptionOfType(UnknownNameException.class).isThrownBy(() -> first.send("late"));
        session.conversations().remove(third.id());
        assertThat(session.conversations().active()).contains(over);
        session.conversations().remove(over.id());
        assertThat(session.conversations().active()).isEmpty();
        assertThat(fixture.events(ConversationRemoved.class)).hasSize(3);
        assertThatExceptionOfType(NoConversationException.class)
                .isThrownBy(() -> session.conversations().send("hello"));
    }

    @Test
    void aConversationEndsWithItsProtocol() throws Exception {
        Conversation<ChatSession> chat = session.conversations().create(Chats.chat("main"));

        chat.send("bye");
        assertThat(chat.session().orElseThrow().awaitEnd(Duration.ofSeconds(60)))
                .isTrue();

        assertThat(chat.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(chat.now().ended()).isTrue();
        assertThat(fixture.events(ConversationEnded.class))
                .extracting(ConversationEnded::reason)
                .containsExactly("");
        assertThatExceptionOfType(ConversationEndedException.class).isThrownBy(() -> chat.send("hello"));
    }

    @Test
    void phasesOfTheProtocolAreStepsOfTheWork() throws Exception {
        session.workflow().define(Workflow.of(WorkflowStep.of("talk"), WorkflowStep.of("bill")));
        Conversation<ChatSession> chat = session.conversations().create(Chats.chat("main"));
        chat.send("hello");

        assertThat(session.workflow().now().current()).containsExactly("talk");
        assertThat(session.workflow().now().completed()).containsExactly("greeting");
        assertThat(session.workflow().now().pending()).containsExactly("bill");
        assertThat(chat.phases().current()).containsExactly("talk");
        chat.send("bye");
        assertThat(chat.session().orElseThrow().awaitEnd(Duration.ofSeconds(60)))
                .isTrue();
        assertThat(session.workflow().now().completed()).containsExactly("talk", "greeting");
        assertThat(fixture.events(WorkflowAdvanced.class))
                .extracting(WorkflowAdvanced::step, WorkflowAdvanced::state)
                .contains(Tuple.tuple("greeting", StepState.COMPLETED), Tuple.tuple("talk", StepState.COMPLETED))
                .hasSize(4);
        assertThat(fixture.events(WorkflowAdvanced.class))
                .extracting(event -> event.conversation().orElseThrow())
                .containsOnly(chat.id());
    }

    @Test
    void whatIsNoStepAnyMoreIsNotFollowed() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        Conversation<ChatSession> chat = session.conversations().create(ConversationSpec.of("main", Chats.CHAT));
        session.workflow().define(Workflow.of(WorkflowStep.of("bill")));

        chat.act(typed -> typed.user().hello("ann").bye());

        Thread.currentThread().setUncaughtExceptionHandler(null);
        assertThat(uncaught).isEmpty();
        assertThat(session.workflow().now().pending()).containsExactly("bill");
    }

    @Test
    void thereAreLimits() throws Exception {
        Conversation<ChatSession> chat =
                session.conversations().create(Chats.chat("main").messageLimit(2));
        chat.send("one");
        chat.send("two");

        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> chat.send("three"))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(Limit.MESSAGES));
        assertThatExceptionOfType(NameInUseException.class)
                .isThrownBy(() -> session.conversations().create(Chats.chat("main")));
        session.conversations().create(Chats.chat("second"));
        session.conversations().create(Chats.chat("third"));
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> session.conversations().create(Chats.chat("fourth")))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(Limit.CONVERSATIONS));
        assertThat(session.conversations().now().all()).hasSize(3);
    }

    @Test
    void unknownConversationsAreTypedErrors() {
        session.conversations().create(Chats.chat("main"));

        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> session.conversations().activate("none"))
                .satisfies(unknown -> assertThat(unknown.name()).isEqualTo("none"));
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> session.conversations().remove("none"));
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> session.conversations().get("none"));
    }

    @Test
    void anObserverNeverSpeaks() {
        SessionHandle observer = fixture.manager.create(SessionKind.OBSERVER, "audit", "eve");
        observer.start();

        assertThatExceptionOfType(ObserverException.class)
                .isThrownBy(() -> observer.conversations().create(Chats.chat("main")));
        assertThatExceptionOfType(ObserverException.class)
                .isThrownBy(() -> observer.context().put("key", "value", 0));
        assertThatExceptionOfType(ObserverException.class)
                .isThrownBy(() -> observer.register(Set.of("order"), 0, letter -> ""));
        assertThatExceptionOfType(ObserverException.class)
                .isThrownBy(() -> fixture.manager.post().send(observer, session.id(), "order", 0, ""));
    }

    @Test
    void typedActionsAreTakenInTheProtocolsOwnSession() {
        Conversation<ChatSession> chat = session.conversations().create(ConversationSpec.of("main", Chats.CHAT));

        String state = chat.act(typed -> typed.localState("User").name());

        assertThat(state).isEqualTo("Start");
        assertThat(chat.now().lastResponse()).contains("Start");
        assertThatIllegalStateException().isThrownBy(() -> chat.send("hello")).withMessageContaining("has no voice");
    }

    @Test
    void whenASessionEndsSoDoItsConversations() {
        Conversation<ChatSession> chat = session.conversations().create(Chats.chat("main"));

        session.terminate("enough", Map.of());

        assertThat(chat.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(chat.session().orElseThrow().reason()).isEqualTo("the session has ended: enough");
        assertThat(chat.now().ended()).isTrue();
    }

    @Test
    void durableConversationsAreReopenedByTheNextManager() throws Exception {
        Conversation<ChatSession> chat = session.conversations()
                .create(ConversationSpec.of("main", Chats.CHAT).durable());
        chat.act(typed -> typed.user().hello("ann").ask("six?"));
        fixture.manager.close();
        assertThat(chat.now().ended()).as("it goes on elsewhere").isFalse();

        try (ManagerFixture next = new ManagerFixture(options -> options.store(fixture.store))) {
            next.manager.recover();
            SessionHandle again = next.manager.session(session.id());
            Conversation<ChatSession> reopened = again.conversations()
                    .reopen(chat.id(), ConversationSpec.of("main", Chats.CHAT).durable());

            assertThat(reopened.now().messages()).isEqualTo(1);
            String state = reopened.act(typed -> typed.localState("User").name());
            assertThat(state).isEqualTo("Reply");
        }
    }

    @Test
    void aStateIsLeftOnlyWhereTheRoleIsResumedInIt() {
        Conversation<ChatSession> lost = session.conversations().create(ConversationSpec.of("main", Chats.CHAT));
        Conversation<ChatSession> kept = session.conversations()
                .create(ConversationSpec.of("kept", Chats.CHAT).durable());

        kept.leave(kept.act(ChatSession::user));
        assertThatIllegalStateException()
                .isThrownBy(() -> lost.leave(lost.act(ChatSession::user)))
                .withMessageContaining("ends with the process")
                .withMessageContaining("Start");
    }

    @Test
    void aSpeakerThatFailsIsAskedAgainInTheSameState() throws Exception {
        List<String> states = new ArrayList<>();
        Voice voice = Voice.of("first", (state, text) -> {
            states.add(state);
            if (text.isEmpty()) {
                throw new IllegalArgumentException("say something");
            }
            return text.equals("bye") ? Said.last("over") : Said.of("heard", text);
        });

        assertThat(voice.say("second")).isEqualTo("heard");
        assertThatIllegalArgumentException().isThrownBy(() -> voice.say(""));
        assertThat(voice.say("bye")).isEqualTo("over");
        assertThat(states).containsExactly("first", "second", "second");
        assertThatIllegalStateException().isThrownBy(() -> voice.say("more")).withMessageContaining("over");
    }
}
