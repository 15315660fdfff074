package dev.parley.runtime.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Journals of texts. */
final class Entries {

    private Entries() {}

    static void append(Journal journal, String... texts) {
        for (String text : texts) {
            journal.append(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static List<String> of(Journal journal) {
        List<String> texts = new ArrayList<>();
        journal.read(0, (number, entry) -> texts.add(new String(entry, StandardCharsets.UTF_8)));
        return texts;
    }
}
