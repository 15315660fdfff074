package dev.parley.samples.sessionpatterns.invitation;

import dev.parley.runtime.SessionOptions;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the time of an appointment, by {@link Invitation}. */
public final class Appointment {

    private Appointment() {}

    /**
     * What came of it.
     *
     * @param host when the host thinks that they meet, if they do
     * @param guest when the guest does
     */
    public record Outcome(Optional<LocalDateTime> host, Optional<LocalDateTime> guest) {}

    /**
     * Finds one.
     *
     * @param options how the session is opened
     * @param hostsTimes when the host can, the best first; not empty
     * @param guestsTimes when the guest can
     * @param patience how many times the host proposes at most, at least 1
     */
    public static Outcome find(
            SessionOptions options,
            List<LocalDateTime> hostsTimes,
            Collection<LocalDateTime> guestsTimes,
            int patience) {
        List<Optional<LocalDateTime>> outcome = new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
        InvitationSession.run(
                options,
                guest -> outcome.set(1, answer(guest, new TreeSet<>(guestsTimes))),
                host -> outcome.set(0, invite(host, new ArrayDeque<>(hostsTimes), patience)));
        return new Outcome(outcome.get(0), outcome.get(1));
    }

    /** Finds a time for dinner that suits two people. */
    public static void show() {
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 19, 0);
        List<LocalDateTime> hosts = List.of(monday, monday.plusDays(1), monday.plusDays(3));
        List<LocalDateTime> guests = List.of(monday.plusDays(2), monday.plusDays(3), monday.plusDays(4));
        Outcome outcome = find(SessionOptions.defaults(), hosts, guests, 3);
        System.out.println("the host expects the guest on "
                + outcome.host.map(Object::toString).orElse("no day") + ", the guest comes on "
                + outcome.guest.map(Object::toString).orElse("no day"));
    }

    private static Optional<LocalDateTime> invite(
            InvitationHost.Start start, Deque<LocalDateTime> times, int patience) {
        LocalDateTime when = times.removeFirst();
        int left = patience - 1;
        InvitationHost.Response.Received answer = start.invite("dinner", when).receive();
        while (answer instanceof InvitationHost.Suggest suggest) {
            if (times.contains(suggest.when())) {
                LocalDateTime agreed = suggest.when();
                suggest.agree();
                return Optional.of(agreed);
            } else if (left == 0 || times.isEmpty()) {
                suggest.withdraw();
                return Optional.empty();
            }
            left--;
            when = times.removeFirst();
            answer = suggest.propose(when).receive();
        }
        if (answer instanceof InvitationHost.Accept accept) {
            accept.confirm();
            return Optional.of(when);
        }
        return Optional.empty(); // declined
    }

    private static Optional<LocalDateTime> answer(InvitationGuest.Start start, SortedSet<LocalDateTime> free) {
        InvitationGuest.Invite invite = start.receive();
        LocalDateTime when = invite.when();
        InvitationGuest.Response state = invite;
        while (!free.contains(when)) {
            if (free.isEmpty()) {
                state.decline("busy");
                return Optional.empty();
            }
            LocalDateTime suggested = free.first();
            free.remove(suggested);
            InvitationGuest.Reply.Received reply = state.suggest(suggested).receive();
            if (reply instanceof InvitationGuest.Propose propose) {
                when = propose.when();
                state = propose;
            } else {
                return reply instanceof InvitationGuest.Agree ? Optional.of(suggested) : Optional.empty();
            }
        }
        state.accept().receive();
        return Optional.of(when);
    }
}
