package dev.parley.sessions.store;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that manages the sessions of a store: it takes over what nobody manages, writes without end, and says what was acknowledged.
 * It ends when it is killed.
 */
final class NodeProcess {

    static final String JOURNAL = "talk";

    private static final Duration LEASE = Duration.ofMillis(400);

    private final SessionStore store;
    private final String node;
    private final Map<String, Seat> seats = new TreeMap<>();
    private Instant renewed = Instant.EPOCH;

    private record Seat(Claim claim, Journal journal) {}

    private NodeProcess(SessionStore store, String node) {
        this.store = store;
        this.node = node;
    }

    public static void main(String[] arguments) {
        String place = arguments[0];
        StoreOptions options =
                StoreOptions.defaults().timeout(Duration.ofSeconds(5)).connections(1);
        SessionStore store = place.startsWith("jdbc:postgresql:")
                ? JdbcStore.postgresql(place, Postgres.USER, "", options)
                : JdbcStore.sqlite(Path.of(place), options);
        NodeProcess process = new NodeProcess(store, arguments[1]);
        process.takeBack(List.of(arguments).subList(2, arguments.length));
        while (true) {
            process.turn();
        }
    }

    /** Takes over what it managed itself before it was killed. */
    private void takeBack(List<String> ids) {
        ids.forEach(this::takeOver);
    }

    private void turn() {
        Instant now = Instant.now();
        if (now.isAfter(renewed.plus(LEASE.dividedBy(3)))) {
            store.renew(node, now.plus(LEASE));
            renewed = now;
            takeAbandoned(now);
        }
        Map.copyOf(seats).forEach(this::write);
    }

    private void takeAbandoned(Instant now) {
        try {
            store.abandoned(now, 100).forEach(this::takeOver);
        } catch (StoreTimeoutException e) {
            say("waits");
        }
    }

    private void takeOver(String id) {
        store.takeOver(id, node, Instant.now()).ifPresent(claim -> {
            if (seats.put(id, new Seat(claim, store.journal(id, JOURNAL, claim))) != null) {
                say("lost " + id); // somebody else had it meanwhile
            }
            say("took " + id + " " + claim.epoch());
        });
    }

    private void write(String id, Seat seat) {
        long epoch = seat.claim.epoch();
        try {
            long event = store.append(id, List.of(Long.toString(epoch)), seat.claim);
            say("event " + id + " " + event + " " + epoch);
            long entry = seat.journal.append(Long.toString(epoch).getBytes(StandardCharsets.UTF_8));
            say("entry " + id + " " + entry + " " + epoch);
            store.save(
                    store.load(id).orElseThrow().toBuilder()
                            .metadata(Map.of("event", Long.toString(event), "epoch", Long.toString(epoch)))
                            .build(),
                    seat.claim);
            say("saved " + id + " " + event + " " + epoch);
        } catch (StaleClaimException e) {
            lose(id);
        } catch (JournalException e) {
            if (!(e.getCause() instanceof StaleClaimException)) {
                throw e;
            }
            lose(id);
        } catch (StoreUnavailableException e) {
            // Its connection was closed while it was stopped within a transaction.
            say("retries " + id);
        }
    }

    private void lose(String id) {
        seats.remove(id);
        say("lost " + id);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
