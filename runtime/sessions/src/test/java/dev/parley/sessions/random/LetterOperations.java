package dev.parley.sessions.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.Affinity;
import dev.parley.sessions.NotRunHereException;
import dev.parley.sessions.PostOffice;
import dev.parley.sessions.message.Letter;
import dev.parley.sessions.message.NotDeliveredException;
import dev.parley.sessions.random.ModelSession.Reads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What is done with letters. */
final class LetterOperations {

    private LetterOperations() {}

    static void register(World world, int a, int b) {
        world.some(a).ifPresent(session -> {
            Set<String> types = b % 2 == 0 ? Set.of("order") : Set.of("order", "bill");
            boolean done = WorkOperations.ifActing(session)
                    .no(IllegalStateException.class, session.reads.isPresent())
                    .allows(() ->
                            world.handle(session).register(types, b % 3, letter -> read(world, session.id, letter)));
            if (done) {
                session.reads = Optional.of(new Reads(types, b % 3));
            }
        });
    }

    private static Object read(World world, String id, Letter letter) {
        String payload = (String) letter.payload();
        world.read.add(id + " " + payload);
        if (payload.startsWith("bad")) {
            throw new IllegalStateException("It cannot be read.");
        }
        return "re " + payload;
    }

    static void deregister(World world, int a, int b) throws Exception {
        Optional<ModelSession> some = world.some(a);
        if (some.isPresent()) {
            ModelSession session = some.get();
            assertThat(world.handle(session).deregister(Duration.ZERO)).isEqualTo(session.inbox.size());
            world.model.silence(session);
        }
    }

    private static ModelLetter letter(World world, int priority, int b) {
        long number = ++world.model.letters;
        return new ModelLetter(number, priority, (b % 5 == 0 ? "bad " : "") + number);
    }

    /** Mostly one that reads letters, paused or not. */
    private static ModelSession receiver(World world, ModelSession from, int which) {
        List<ModelSession> readers = world.model.running(from.runs).stream()
                .filter(each -> which % 5 != 0 && each.reads.isPresent())
                .toList();
        return World.pick(readers.isEmpty() ? List.copyOf(world.model.sessions.values()) : readers, which / 5)
                .orElseThrow();
    }

    static void send(World world, int a, int b) {
        world.some(a).ifPresent(from -> {
            ModelSession to = receiver(world, from, b);
            boolean here = to.runs == from.runs;
            boolean reads =
                    to.reads.filter(each -> each.types().contains(type(b))).isPresent();
            ModelLetter letter = letter(world, b % 3, a);
            CompletableFuture<Object> reply = WorkOperations.ifActing(from)
                    .no(NotRunHereException.class, !here)
                    .no(NotDeliveredException.class, here && !reads)
                    .limit(
                            here && reads && to.inbox.size() >= World.INBOX,
                            () -> world.model.tell(to, "LimitReached INBOX " + World.INBOX))
                    .attempt(() -> post(world, from)
                            .send(world.handle(from), to.id, type(b), letter.priority, letter.payload));
            if (reply != null) {
                world.replies.put(letter, reply);
                world.model.send(from, to, letter);
            }
        });
    }

    private static PostOffice post(World world, ModelSession from) {
        return world.manager(from.runs).orElseThrow().post();
    }

    private static String type(int number) {
        return number % 4 == 0 ? "bill" : "order";
    }

    /** Who can read a letter at once has an empty inbox, so they are all loaded alike: any of the highest priority may get it. */
    static void route(World world, int a, int b) {
        world.some(a).ifPresent(from -> {
            List<ModelSession> readers = world.model.running(from.runs).stream()
                    .filter(each -> each.readsNow(type(b)))
                    .toList();
            int highest = readers.stream()
                    .mapToInt(each -> each.reads.orElseThrow().priority())
                    .max()
                    .orElse(0);
            List<String> chosen = readers.stream()
                    .filter(each -> each.reads.orElseThrow().priority() == highest)
                    .map(each -> each.id)
                    .toList();
            Affinity affinity = List.of(Affinity.values()).get(b % 3);
            String key = "key " + a % 2;
            ModelLetter letter = letter(world, 0, a);
            CompletableFuture<Object> reply = WorkOperations.ifActing(from)
                    .no(NotDeliveredException.class, readers.isEmpty())
                    .attempt(() -> post(world, from).route(world.handle(from), type(b), affinity, key, letter.payload));
            if (reply != null) {
                String last = world.read.get(world.read.size() - 1);
                String to = last.substring(0, last.indexOf(' '));
                assertThat(chosen).contains(to);
                if (affinity == Affinity.STICKY) {
                    String before = world.model.sticky.put(from.runs + " " + key, to);
                    assertThat(chosen.contains(before) ? before : to).isEqualTo(to);
                }
                world.replies.put(letter, reply);
                world.model.send(from, world.model.get(to), letter);
            }
        });
    }
}
