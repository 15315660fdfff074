package dev.parley.samples.smtp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a mail.
 *
 * @param mail the mail
 * @param refusals the server's answer for each recipient that it refused, in their order
 * @param outcome the server's last word on the mail
 */
public record Delivery(Mail mail, Map<String, Reply> refusals, Reply outcome) {

    /** Copies the refusals. */
    public Delivery {
        refusals = Collections.unmodifiableMap(new LinkedHashMap<>(refusals));
    }

    /** Returns the recipients that the server delivers to. */
    public List<String> delivered() {
        if (outcome.kind() != 2) {
            return List.of();
        }
        return mail.recipients().stream()
                .filter(recipient -> !refusals.containsKey(recipient))
                .toList();
    }
}
