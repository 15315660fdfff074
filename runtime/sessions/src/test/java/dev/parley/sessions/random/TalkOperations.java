package dev.parley.sessions.random;

import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationEndedException;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.conversation.NoConversationException;
import dev.parley.sessions.live.NotActiveException;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.UnknownNameException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is done with conversations: both roles are played by whoever speaks. */
final class TalkOperations {
    private static final List<String> WORDS = List.of("one", "two", "three", "four", "five", "six", "fail", "bye");

    private TalkOperations() {}

    private static ConversationSpec<ChatSession> spec(String name, long limit, boolean durable) {
        ConversationSpec<ChatSession> spec =
                ConversationSpec.of(name, Chats.CHAT).messageLimit(limit).voice(Monologue::new);
        return durable ? spec.durable() : spec;
    }

    static void create(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            String name = "c" + b % 4;
            long limit = 1L + b % 9;
            boolean durable = b % 3 != 0;
            Conversation<ChatSession> created = WorkOperations.ifActing(session)
                    .limit(
                            session.conversations.size() >= World.CONVERSATIONS,
                            () -> world.model.tell(session, "LimitReached CONVERSATIONS " + World.CONVERSATIONS))
                    .no(
                            NameInUseException.class,
                            session.conversations.stream().anyMatch(each -> each.name.equals(name)))
                    .attempt(() -> world.handle(session).conversations().create(spec(name, limit, durable)));
            if (created != null) {
                world.model.add(session, new ModelConversation(created.id(), name, limit, durable));
            }
        });
    }

    static void reopen(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            List<ModelConversation> left = session.conversations.stream()
                    .filter(each -> each.durable && !each.open && !each.ended && session.isLive())
                    .toList();
            World.pick(left, b).ifPresent(conversation -> {
                world.handle(session)
                        .conversations()
                        .reopen(conversation.id, spec(conversation.name, conversation.limit, true));
                conversation.open = true;
                if (!conversation.asked) {
                    world.model.advance(session, "talk", StepState.CURRENT, true);
                }
            });
        });
    }

    private static String some(ModelSession session, int which) {
        return World.pick(session.conversations, which).map(each -> each.id).orElse("none");
    }

    static void activate(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            String id = some(session, b);
            Optional<ModelConversation> conversation = session.conversation(id);
            boolean done = ifLive(session, conversation)
                    .allows(() -> world.handle(session).conversations().activate(id));
            if (done) {
                world.model.activate(session, conversation.orElseThrow());
            }
        });
    }

    static void remove(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            String id = some(session, b);
            Optional<ModelConversation> conversation = session.conversation(id);
            boolean done = ifLive(session, conversation)
                    .allows(() -> world.handle(session).conversations().remove(id));
            if (done) {
                world.model.remove(session, conversation.orElseThrow());
            }
        });
    }

    private static Rule ifLive(ModelSession session, Optional<ModelConversation> conversation) {
        return new Rule()
                .no(NotActiveException.class, !session.isLive())
                .no(UnknownNameException.class, conversation.isEmpty());
    }

    static void say(World world, int a, int b) {
        String text = WORDS.get(b % 8);
        world.some(a)
                .ifPresent(session -> Optional.ofNullable(session.current)
                        .ifPresentOrElse(
                                to -> say(world, session, to, text),
                                () -> WorkOperations.ifActing(session)
                                        .no(NoConversationException.class, true)
                                        .attempt(() -> world.handle(session)
                                                .conversations()
                                                .send(text))));
    }

    /** What is refused does not count; what fails does. */
    private static void say(World world, ModelSession session, ModelConversation to, String text) {
        Rule rule = WorkOperations.ifActing(session)
                .no(UnknownNameException.class, !to.open)
                .no(ConversationEndedException.class, to.ended)
                .limit(to.messages >= to.limit, () -> world.model.tell(session, "LimitReached MESSAGES " + to.limit));
        boolean counts = rule.isFree();
        String answer = rule.no(IllegalArgumentException.class, counts && text.equals("fail"))
                .attempt(() -> world.handle(session).conversations().send(text));
        if (counts) {
            to.messages++;
            session.active = world.model.now;
        }
        if (answer != null) {
            said(world.model, session, to, text);
        }
    }

    private static void said(Model model, ModelSession session, ModelConversation to, String text) {
        to.asked = true;
        if (text.equals("bye")) {
            model.advance(session, "talk", StepState.COMPLETED, true);
            to.ended = true;
            model.tell(session, "ConversationEnded " + to + " ()");
            to.last = "";
        } else {
            to.last = text.toUpperCase(Locale.ROOT);
        }
        model.tell(session, "ConversationAnswered " + to);
    }
}
