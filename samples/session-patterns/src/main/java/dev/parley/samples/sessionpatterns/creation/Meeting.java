package dev.parley.samples.sessionpatterns.creation;

import dev.parley.runtime.SessionOptions;
import java.util.List;
import java.util.Optional;

/** Has a meeting come into being, by {@link Creation}. */
public final class Meeting {

    private Meeting() {}

    /**
     * Tries to.
     *
     * @param options how the session is opened
     * @param hour when it shall be
     * @return the room it is in, if it takes place
     */
    static Optional<String> create(SessionOptions options, int hour, Rooms rooms, Calendar first, Calendar second) {
        String[] room = {""};
        CreationSession.<RuntimeException>run(
                options,
                coordinator -> room[0] = coordinate(coordinator, hour),
                first::first,
                rooms::serve,
                second::second);
        return Optional.of(room[0]).filter(name -> !name.isEmpty());
    }

    /** Has two people meet at ten, at eleven, when one of them is busy, and at ten again, when both are. */
    public static void show() {
        Rooms rooms = new Rooms(List.of("red room", "blue room"));
        Calendar ada = new Calendar();
        Calendar bob = new Calendar(11);
        for (int hour : new int[] {10, 11, 10}) {
            String outcome = create(SessionOptions.defaults(), hour, rooms, ada, bob)
                    .map(room -> "in the " + room)
                    .orElse("not at all");
            System.out.println("the meeting at " + hour + " takes place " + outcome);
        }
    }

    private static String coordinate(CreationCoordinator.Start start, int hour) {
        CreationCoordinator.Reservation.Received answer = start.reserve(hour).receive();
        if (answer instanceof CreationCoordinator.Reserved reserved) {
            String room = reserved.room();
            CreationCoordinator.FirstVotes one = reserved.prepare(hour, room).receive();
            boolean first = one.yes();
            CreationCoordinator.SecondVotes other = one.receive();
            if (first && other.yes()) {
                other.begin();
                return room;
            }
            other.abandon();
        } else if (answer instanceof CreationCoordinator.Full full) {
            full.dismiss();
        }
        return "";
    }
}
