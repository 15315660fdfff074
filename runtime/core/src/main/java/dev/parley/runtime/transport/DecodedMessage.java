package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its payload.
 *
 * @param message the message
 * @param values its payload, in the order of its parameters, primitive values boxed
 */
public record DecodedMessage(MessageLayout message, List<@Nullable Object> values) {

    /** Copies the values. */
    public DecodedMessage {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /**
     * Returns a message with its payload.
     *
     * @param message the message
     * @param values its payload
     */
    public static DecodedMessage of(MessageLayout message, @Nullable Object... values) {
        return new DecodedMessage(message, Arrays.asList(values));
    }
}
