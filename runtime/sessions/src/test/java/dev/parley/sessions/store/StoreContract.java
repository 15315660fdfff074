package dev.parley.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.Conversations;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Outcome;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.ParticipantState;
import dev.parley.sessions.model.Participants;
import dev.parley.sessions.model.Resources;
import dev.parley.sessions.model.Retry;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.SharedContext;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.Work;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import dev.parley.sessions.query.Condition;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store does. */
abstract class StoreContract extends HistoryContract {

    private static Work work() {
        TaskSpec spec = TaskSpec.of("read", "claude-code://qa")
                .orElse("human://bob")
                .in("review")
                .retry(Retry.exponential(2, Duration.ofMillis(5)).jitter(0.5));
        ConversationInfo chat =
                new ConversationInfo("c1", "main", "Chat", Map.of("tone", "dry"), 100, 3, Optional.of("42"), false);
        return Work.NONE
                .with(SharedContext.EMPTY.put("plan", "b\u00fc\n\"", SharedContext.ABSENT))
                .with(Participants.NONE
                        .with(Participant.of("claude-code://qa", "Reader"))
                        .with(Participant.of("human://bob").in(ParticipantState.LEFT)))
                .with(Workflow.of(
                        WorkflowStep.of("review"), WorkflowStep.of("merge").after("review")))
                .with(Task.first("t1", spec, NOON).again("busy", NOON.plusMillis(7)))
                .with(Conversations.NONE.with(chat))
                .with(new Outcome("done", Map.of("report", "r.md")));
    }

    private static ManagedSession full() {
        return ManagedSession.builder(
                        "s1", SessionKind.DIRECTOR, "plan \u00fc \ud83d\ude00 'x' \"y\" \\ ?", "ann", NOON)
                .workspace("/work")
                .status(ManagedStatus.IDLE, "waits for an answer")
                .lastActivity(NOON.plusMillis(1))
                .expiresAt(Optional.of(NOON.plusSeconds(60)))
                .tags(Set.of("law", "urgent"))
                .capabilities(Set.of("split", "merge"))
                .constraints(Map.of("budget", "100"))
                .preferences(Map.of("tone", "dry"))
                .resources(new Resources(1L << 40, 0.5, 2))
                .metadata(Map.of("domain", "law", "empty", "", "number", "007"))
                .work(work())
                .build();
    }

    @Test
    void givesBackWhatItWasGiven() {
        store.create(full(), "n1");

        assertThat(store.load("s1")).contains(full());
        assertThat(store.load("s2")).isEmpty();
    }

    @Test
    void keepsWhatHasBecomeOfASession() {
        Claim claim = store.create(full(), "n1");
        ManagedSession later = full().become(ManagedStatus.ACTIVE, "", NOON.plusSeconds(5)).toBuilder()
                .expiresAt(Optional.empty())
                .tags(Set.of("law", "done"))
                .metadata(Map.of())
                .build();

        store.save(later, claim);

        assertThat(store.load("s1")).contains(later);
        assertThat(store.find(Query.where(Condition.tagged("urgent")))).isEmpty();
        assertThat(store.find(Query.where(Condition.tagged("done")))).containsExactly(later);
    }

    @Test
    void deletesEveryTrace() {
        Claim claim = store.create(full(), "n1");

        assertThat(store.delete("s1", claim)).isTrue();

        assertThat(store.delete("s1", claim)).isFalse();
        assertThat(store.load("s1")).isEmpty();
        assertThat(store.count(Query.all())).isZero();
        assertThat(store.create(full().toBuilder().tags(Set.of()).build(), "n1").epoch())
                .isEqualTo(1);
        assertThat(store.find(Query.where(Condition.tagged("law")))).isEmpty();
        assertThatExceptionOfType(UnknownSessionException.class)
                .isThrownBy(() -> store.save(session("s9", "none"), claim))
                .withMessageContaining("s9");
    }

    @Test
    void namesOfLiveSessionsAreUniqueInTheirKind() {
        Claim first = store.create(session("s1", "chat"), "n1");

        assertThatExceptionOfType(NameTakenException.class)
                .isThrownBy(() -> store.create(session("s2", "chat"), "n1"))
                .withMessageContaining("kind ACTIVE has the name chat");
        assertThat(store.load("s2")).as("nothing of it was kept").isEmpty();

        store.create(
                ManagedSession.builder("s3", SessionKind.OBSERVER, "chat", "bob", NOON)
                        .build(),
                "n1");
        Claim other = store.create(session("s4", "talk"), "n1");
        assertThatExceptionOfType(NameTakenException.class).isThrownBy(() -> store.save(session("s4", "chat"), other));
        assertThat(store.load("s4")).map(ManagedSession::name).contains("talk");

        store.save(
                session("s1", "chat").toBuilder()
                        .status(ManagedStatus.COMPLETED, "")
                        .build(),
                first);
        store.save(session("s4", "chat"), other);
        assertThat(store.find(Query.where(Key.NAME.is("chat")))).hasSize(3);
    }

    @Test
    void anIdIsUsedOnce() {
        store.create(session("s1", "chat"), "n1");

        assertThatExceptionOfType(SessionExistsException.class)
                .isThrownBy(() -> store.create(session("s1", "talk"), "n1"))
                .withMessageContaining("s1");
        assertThat(store.load("s1")).map(ManagedSession::name).contains("chat");
    }

    @Test
    void listsTheSessionsOfAnOwner() {
        store.create(session("b", "1"), "n1");
        store.create(session("a", "2"), "n1");
        store.create(session("c", "3").toBuilder().owner("bob").build(), "n1");

        assertThat(store.idsByOwner("ann")).containsExactly("a", "b");
        assertThat(store.idsByOwner("eve")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherInOrder() {
        for (int i = 0; i < 10; i++) {
            store.create(
                    session("s" + i, "n" + i).toBuilder()
                            .metadata(i % 3 == 0 ? Map.of() : Map.of("rank", "r" + i % 3))
                            .build(),
                    "n1");
        }
        Query query = Query.all().orderBy(Key.metadata("rank").descending(), Key.NAME.descending());

        List<String> ids = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            store.find(query.page(page, 3)).forEach(session -> ids.add(session.id()));
        }

        assertThat(ids).containsExactly("s8", "s5", "s2", "s7", "s4", "s1", "s9", "s6", "s3", "s0");
        assertThat(store.count(query)).isEqualTo(10);
        assertThat(store.find(query.page(4, 3))).isEmpty();
    }

    @Test
    void textsAreFoundAsTheyAreWritten() {
        store.create(
                session("s1", "50% off_now!").toBuilder()
                        .metadata(Map.of("who", "J\u00d6RG"))
                        .build(),
                "n1");
        store.create(session("s2", "50 of 100").toBuilder().tags(Set.of("Off")).build(), "n1");

        assertThat(ids(Condition.contains("50%"))).containsExactly("s1");
        assertThat(ids(Condition.contains("f_n"))).containsExactly("s1");
        assertThat(ids(Condition.contains("NOW!"))).containsExactly("s1");
        assertThat(ids(Condition.contains("j\u00f6rg"))).containsExactly("s1");
        assertThat(ids(Condition.contains("off"))).containsExactly("s1", "s2");
        assertThat(ids(Condition.contains("x"))).isEmpty();
    }

    private List<String> ids(Condition condition) {
        return store.find(Query.where(condition)).stream()
                .map(ManagedSession::id)
                .toList();
    }

    /** Whatever is asked for, and in whatever order, the answer is that of the definition. */
    @Test
    void answersRandomQueriesAsTheyAreDefined() {
        Random random = new Random(7);
        List<ManagedSession> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ManagedSession session = RandomQueries.session(i, random);
            store.create(session, "n1");
            all.add(session);
        }

        for (int i = 0; i < 400; i++) {
            Query query = RandomQueries.query(random);
            List<ManagedSession> expected = all.stream()
                    .filter(session -> query.condition().holdsFor(session))
                    .sorted(query.comparator())
                    .toList();
            assertThat(store.find(query))
                    .as(query::toString)
                    .isEqualTo(expected.stream()
                            .skip(query.offset())
                            .limit(query.size())
                            .toList());
            assertThat(store.count(query)).isEqualTo(expected.size());
        }
    }

    @Test
    void aNodeThatIsOvertakenChangesNothing() {
        Claim slow = store.create(session("s1", "chat"), "n1");
        store.renew("n1", NOON.plusSeconds(10));
        store.renew("n2", NOON.plusSeconds(10));

        assertThat(store.takeOver("s1", "n2", NOON.plusSeconds(10)))
                .as("n1 is alive")
                .isEmpty();
        assertThat(store.abandoned(NOON.plusSeconds(10), 5)).isEmpty();
        assertThat(store.abandoned(NOON.plusSeconds(11), 5)).containsExactly("s1");
        store.renew("n2", NOON.plusSeconds(30));
        Claim taken = store.takeOver("s1", "n2", NOON.plusSeconds(11)).orElseThrow();

        assertThat(taken).isEqualTo(new Claim("n2", 2));
        assertThatExceptionOfType(StaleClaimException.class)
                .isThrownBy(() -> store.save(session("s1", "stale"), slow))
                .withMessageContaining("Node n1 does not manage the session s1 any more");
        assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> store.delete("s1", slow));
        assertThat(store.load("s1")).map(ManagedSession::name).contains("chat");
        store.save(session("s1", "fresh"), taken);
        assertThat(store.load("s1")).map(ManagedSession::name).contains("fresh");
        assertThat(store.takeOver("none", "n2", NOON)).isEmpty();
    }

    @Test
    void aNodeThatWasStartedAgainTakesOverItself() {
        store.create(session("s1", "chat"), "n1");
        store.renew("n1", NOON.plusSeconds(100));

        assertThat(store.takeOver("s1", "n1", NOON)).contains(new Claim("n1", 2));
    }

    @Test
    void aSessionIsHandedOverByWhoManagesIt() {
        Claim first = store.create(session("s1", "chat"), "n1");
        store.renew("n1", NOON.plusSeconds(100));

        Claim theirs = store.handOver("s1", "n2", first);

        assertThat(theirs).isEqualTo(new Claim("n2", 2));
        assertThatExceptionOfType(StaleClaimException.class)
                .isThrownBy(() -> store.save(session("s1", "stale"), first));
        assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> store.handOver("s1", "n3", first));
        assertThatExceptionOfType(UnknownSessionException.class).isThrownBy(() -> store.handOver("none", "n2", first));
        store.save(session("s1", "fresh"), theirs);
        assertThat(store.load("s1")).map(ManagedSession::name).contains("fresh");
    }

    @Test
    void onlyLiveSessionsAreAbandonedAndNotMoreThanAskedFor() {
        for (int i = 0; i < 5; i++) {
            store.create(session("s" + i, "n" + i), "n1");
        }
        Claim done = store.create(session("done", "done"), "n1");
        store.save(
                session("done", "done").toBuilder()
                        .status(ManagedStatus.TERMINATED, "")
                        .build(),
                done);

        assertThat(store.abandoned(NOON, 3)).containsExactly("s0", "s1", "s2");
        assertThat(store.abandoned(NOON, 30)).hasSize(5);
    }

    @Test
    void manySessionsAreTakenOverAtOnce() {
        store.renew("n2", NOON.plusSeconds(10));
        store.create(session("mine", "mine"), "n1");
        store.create(session("gone", "gone"), "n0");
        store.create(session("theirs", "theirs"), "n2");
        Claim over = store.create(session("over", "over"), "n1");
        store.save(
                session("over", "over").toBuilder()
                        .status(ManagedStatus.COMPLETED, "")
                        .build(),
                over);

        assertThat(store.managedBy("n1")).containsExactly("mine");
        assertThat(store.takeOver(List.of("mine", "gone", "theirs", "none"), "n1", NOON))
                .isEqualTo(Map.of("mine", new Claim("n1", 2), "gone", new Claim("n1", 2)));
        assertThat(store.takeOver(List.of(), "n1", NOON)).isEmpty();
        assertThat(store.managedBy("n1")).containsExactly("gone", "mine");
        assertThat(store.managedBy("n2")).containsExactly("theirs");
    }

    @Test
    void oneOfManyNodesTakesASessionOver() {
        store.create(session("s1", "chat"), "gone");

        List<CompletableFuture<Optional<Claim>>> tries = IntStream.range(0, 8)
                .mapToObj(node -> {
                    store.renew("n" + node, NOON.plusSeconds(10));
                    return CompletableFuture.supplyAsync(() -> store.takeOver("s1", "n" + node, NOON));
                })
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void manyThreadsCreateAndSaveAtTheSameTime() {
        List<CompletableFuture<Void>> work = IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 20; i++) {
                        ManagedSession session = session(thread + "-" + i, thread + "-" + i);
                        Claim claim = store.create(session, "n1");
                        store.save(
                                session.toBuilder().tags(Set.of("t" + thread)).build(), claim);
                    }
                }))
                .toList();
        work.forEach(CompletableFuture::join);

        assertThat(store.count(Query.all())).isEqualTo(160);
        assertThat(store.count(Query.where(Condition.tagged("t3")))).isEqualTo(20);
    }
}
