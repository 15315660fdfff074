package dev.parley.sessions.conversation;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.transport.BasicCodec;
import dev.parley.runtime.transport.MessageCodec;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a conversation is to be like. Immutable.
 *
 * @param name its name, unique in its session
 * @param protocol what it runs
 * @param configuration how it is set up, by name; for those who read it
 * @param messageLimit how many messages it may have at most, at least 1
 * @param options what else the protocol's session is opened with
 * @param voice how it is spoken to in texts, given its session; empty if only by typed actions
 * @param codec how its messages are written to the journal in the store, by which it survives the process; empty if it does not
 * @param <S> the generated class of the protocol's sessions
 */
public record ConversationSpec<S>(
        String name,
        RunnableProtocol<S> protocol,
        Map<String, String> configuration,
        long messageLimit,
        UnaryOperator<SessionOptions> options,
        Optional<Function<S, Voice>> voice,
        Optional<MessageCodec<?>> codec) {

    /**
     * Copies the configuration.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public ConversationSpec {
        configuration = Map.copyOf(configuration);
        if (messageLimit < 1) {
            throw new IllegalArgumentException("The conversation " + name + " may have " + messageLimit
                    + " messages; there must be room for one at least.");
        }
    }

    /** Returns a conversation of any number of messages that ends with the process. */
    public static <S> ConversationSpec<S> of(String name, RunnableProtocol<S> protocol) {
        return new ConversationSpec<>(
                name, protocol, Map.of(), Long.MAX_VALUE, UnaryOperator.identity(), Optional.empty(), Optional.empty());
    }

    /** Returns the same with another configuration. */
    public ConversationSpec<S> configuration(Map<String, String> values) {
        return new ConversationSpec<>(name, protocol, values, messageLimit, options, voice, codec);
    }

    /** Returns the same with another limit of messages. */
    public ConversationSpec<S> messageLimit(long most) {
        return new ConversationSpec<>(name, protocol, configuration, most, options, voice, codec);
    }

    /** Returns the same with other options for the protocol's session. Its id, table and journal are set by the conversation. */
    public ConversationSpec<S> options(UnaryOperator<SessionOptions> shape) {
        return new ConversationSpec<>(name, protocol, configuration, messageLimit, shape, voice, codec);
    }

    /** Returns the same with a voice. */
    public ConversationSpec<S> voice(Function<S, Voice> given) {
        return new ConversationSpec<>(name, protocol, configuration, messageLimit, options, Optional.of(given), codec);
    }

    /** Returns the same, to survive the process; for messages whose values are of types that {@link BasicCodec} knows. */
    public ConversationSpec<S> durable() {
        return durable(new BasicCodec());
    }

    /** Returns the same, to survive the process. */
    public ConversationSpec<S> durable(MessageCodec<?> messages) {
        return new ConversationSpec<>(
                name, protocol, configuration, messageLimit, options, voice, Optional.of(messages));
    }
}
