package dev.parley.sessions.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a conversation: a run of a protocol in a session.
 *
 * @param id what it is referred to by, unique among all conversations
 * @param name its name, unique in its session
 * @param protocol the name of the protocol that it runs
 * @param configuration how it was set up, by name
 * @param messageLimit how many messages it may have at most
 * @param messages how many it has had
 * @param lastResponse the last answer that was given in it
 * @param ended whether its protocol is over
 */
public record ConversationInfo(
        String id,
        String name,
        String protocol,
        Map<String, String> configuration,
        long messageLimit,
        long messages,
        Optional<String> lastResponse,
        boolean ended) {

    /**
     * Copies the configuration.
     *
     * @throws IllegalArgumentException if the name is blank, or a text cannot be stored
     */
    public ConversationInfo {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a conversation is blank; it must say something.");
        }
        configuration = Texts.sorted(configuration);
        Texts.checkStorable(List.of(id, name, protocol, lastResponse.orElse("")));
    }

    /** Returns the same after another message. */
    public ConversationInfo counted() {
        return new ConversationInfo(id, name, protocol, configuration, messageLimit, messages + 1, lastResponse, ended);
    }

    /** Returns the same with another last response. */
    public ConversationInfo answered(String response) {
        return new ConversationInfo(
                id, name, protocol, configuration, messageLimit, messages, Optional.of(response), ended);
    }

    /** Returns the same, over. */
    public ConversationInfo over() {
        return new ConversationInfo(id, name, protocol, configuration, messageLimit, messages, lastResponse, true);
    }
}
