package dev.parley.samples.sessionpatterns.creation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays {@link Creation.Registry}, for any number of sessions at a time: no room is given away twice. Safe for use by many threads. */
final class Rooms {

    private final List<String> rooms;
    private final Map<Integer, Set<String>> taken = new HashMap<>();

    /** Creates rooms that are all free. */
    Rooms(List<String> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    /** Plays the role. */
    void serve(CreationRegistry.Start start) {
        CreationRegistry.Reserve reserve = start.receive();
        int hour = reserve.hour();
        Optional<String> room = take(hour);
        if (room.isPresent()) {
            boolean begun = false;
            try {
                begun = reserve.reserved(room.get()).receive() instanceof CreationRegistry.Begin;
            } finally {
                if (!begun) { // also where the session was cancelled meanwhile
                    release(hour, room.get());
                }
            }
        } else {
            reserve.full();
        }
    }

    private synchronized Optional<String> take(int hour) {
        Set<String> now = taken.computeIfAbsent(hour, each -> new HashSet<>());
        Optional<String> free =
                rooms.stream().filter(room -> !now.contains(room)).findFirst();
        free.ifPresent(now::add);
        return free;
    }

    private synchronized void release(int hour, String room) {
        taken.getOrDefault(hour, new HashSet<>()).remove(room);
    }

    /** Returns how many rooms are taken at an hour. */
    synchronized int taken(int hour) {
        return taken.getOrDefault(hour, Set.of()).size();
    }
}
