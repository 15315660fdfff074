package dev.parley.samples.sessionpatterns.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays {@link Lifecycle.Keeper}, for any number of sessions at a time: no two of them are active with the same text. Safe for use by many
 * threads.
 */
final class TextKeeper {

    private final Map<String, List<String>> texts = new HashMap<>();
    private final Set<String> locked = new HashSet<>();

    /** Plays the role. */
    void serve(LifecycleKeeper.Start start) {
        LifecycleKeeper.Open open = start.receive();
        new Work(open.name()).open(open);
    }

    /** What the keeper does in one session. */
    private final class Work {

        private final String name;
        private boolean holdsLock;
        private int lines;

        Work(String name) {
            this.name = name;
        }

        void open(LifecycleKeeper.Opening start) {
            try {
                LifecycleKeeper.Opening state = start;
                while (lock()) {
                    LifecycleKeeper.Active.Received received = work(state.opened(text()));
                    if (received instanceof LifecycleKeeper.Suspend suspend) {
                        unlock();
                        LifecycleKeeper.Return.Received back =
                                suspend.suspended().receive();
                        if (back instanceof LifecycleKeeper.Resume resume) {
                            state = resume;
                        } else {
                            ((LifecycleKeeper.Close) back).closed(lines);
                            return;
                        }
                    } else {
                        ((LifecycleKeeper.Close) received).closed(lines);
                        return;
                    }
                }
                state.locked();
            } finally {
                unlock(); // however the session ends
            }
        }

        /** Does what the author wants until it is something else than to change the text. */
        private LifecycleKeeper.Active.Received work(LifecycleKeeper.Active start) {
            LifecycleKeeper.Active.Received received = start.receive();
            while (true) {
                if (received instanceof LifecycleKeeper.Append append) {
                    append(append.line());
                    received = append.receive();
                } else if (received instanceof LifecycleKeeper.Undo undo) {
                    undo();
                    received = undo.receive();
                } else {
                    return received;
                }
            }
        }

        private boolean lock() {
            synchronized (TextKeeper.this) {
                holdsLock = locked.add(name);
                return holdsLock;
            }
        }

        private void unlock() {
            synchronized (TextKeeper.this) {
                if (holdsLock) {
                    locked.remove(name);
                    holdsLock = false;
                }
            }
        }

        private String text() {
            return TextKeeper.this.text(name);
        }

        private void append(String line) {
            synchronized (TextKeeper.this) {
                texts.computeIfAbsent(name, each -> new ArrayList<>()).add(line);
                lines++;
            }
        }

        private void undo() {
            synchronized (TextKeeper.this) {
                List<String> text = texts.getOrDefault(name, List.of());
                if (lines > 0 && !text.isEmpty()) { // never what others have written
                    text.remove(text.size() - 1);
                    lines--;
                }
            }
        }
    }

    /** Returns a text, empty if there is none of that name. */
    synchronized String text(String name) {
        return String.join("\n", texts.getOrDefault(name, List.of()));
    }

    /** Returns whether a session is active with a text. */
    synchronized boolean isLocked(String name) {
        return locked.contains(name);
    }
}
