package dev.parley.samples.managed.chats;

import java.util.ArrayList;
import java.util.List;

/** The scribe of one chat: notes what it is told, and reads it out when it is asked. */
final class Notes implements ChatScribe.Handler {

    private final List<String> notes = new ArrayList<>();

    @Override
    public ChatScribe.Turn say(ChatScribe.Say said) {
        if (said.text().endsWith("?")) {
            return said.answer(notes.isEmpty() ? "I know of nothing." : String.join("; ", notes));
        }
        notes.add(said.text());
        return said.answer("Noted.");
    }

    @Override
    public void bye(ChatScribe.Bye bye) {
        notes.clear();
    }
}
