package dev.parley.testing;

import dev.parley.runtime.Conductor;
import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionRunner;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.Waiter;
import dev.parley.runtime.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conducts one session. */
final class SimulatedSession implements Conductor {

    private final Faults.Plan plan;
    private final Chance chance;
    private final History history;

    /** Who plays each part, where the session's own {@code run} does not. */
    private final Map<Integer, Consumer<SessionRunner<Exception>>> acts = new TreeMap<>();

    private @Nullable Session session;
    private @Nullable Baton baton;
    private @Nullable Faults faults;
    private History.@Nullable Writer writer;

    SimulatedSession(Faults.Plan plan, Chance chance, History history) {
        this.plan = plan;
        this.chance = chance;
        this.history = history;
    }

    @Override
    public void open(Session opened) {
        if (session != null) {
            throw new IllegalStateException(
                    "The options of a simulation were used for a second session. Call options() for each.");
        }
        session = opened;
        faults = new Faults(plan, chance, opened);
        baton = new Baton(opened.players().toArray(), chance, this::giveUp);
        writer = history.of(opened);
    }

    /**
     * Returns the session.
     *
     * @throws IllegalStateException if none was opened
     */
    Session session() {
        if (session == null) {
            throw new IllegalStateException("No session was opened with the options of the simulation.");
        }
        return session;
    }

    /** All roles wait, and nothing is on its way. */
    private void giveUp() {
        Session stuck = Objects.requireNonNull(session);
        stuck.fault(new IllegalStateException(stuck.localStates().stream()
                .filter(state -> !state.isFinal() && !state.isIdle())
                .map(state -> state.role() + " in " + state.name() + ", where it " + state.actions())
                .collect(Collectors.joining("; ", "Nobody can go on: ", "."))));
    }

    @Override
    public void joins(int part) {
        baton().add(part);
    }

    @Override
    public Waiter waiter(int part, Gate gate) {
        return new SimulatedWaiter(gate, baton(), player(part));
    }

    @Override
    public Lane lane(Edge edge, int from, int to, Lane lane) {
        return new SimulatedLane(
                edge,
                end(from),
                end(to),
                lane,
                baton(),
                Objects.requireNonNull(faults),
                Objects.requireNonNull(writer));
    }

    @Override
    public Journal facts(Journal journal) {
        return FailingJournal.of(journal, plan.failingFact());
    }

    @Override
    public Journal journal(Journal journal) {
        return FailingJournal.of(journal, plan.failingEntry());
    }

    @Override
    public boolean chooses(int part, long deadline) {
        int role = player(part);
        Faults planned = Objects.requireNonNull(faults);
        long chosen = baton().now() + planned.thought();
        long until = Math.min(chosen, deadline);
        while (baton().now() < until) {
            baton().await(role, until);
        }
        if (chosen < deadline) {
            return true;
        }
        planned.timedOut(role, part);
        return false;
    }

    @Override
    public void play(int part, Runnable program) {
        baton().enter(part);
        try {
            program.run();
        } finally {
            baton().leave(part);
        }
    }

    @Override
    public void takeOver(int part) {
        baton().takeOver(player(part));
    }

    private SimulatedLane.End end(int part) {
        return new SimulatedLane.End(player(part), part);
    }

    private int player(int part) {
        return Objects.requireNonNull(session, "the session is not open").player(part);
    }

    @Override
    public void handle(int part, Events events) {
        acts.put(part, runner -> runner.role(session().nameOf(part), () -> events, each -> serve(part, each)));
    }

    private void serve(int part, Events events) {
        while (!events.isOver()) {
            if (!events.next()) {
                baton().await(part, events.deadline());
            }
        }
    }

    /** Adds a role that a program plays, beside those that handlers do. */
    <S> void program(String role, Supplier<S> enter, RoleProgram<? super S, ?> program) {
        acts.put(session().part(role), runner -> runner.role(role, enter, program));
    }

    /** Plays all roles that were added, and throws the failure that has ended the session, if one has. */
    void play() throws Exception {
        List<String> missing = session()
                .players()
                .filter(part -> !acts.containsKey(part))
                .mapToObj(session()::nameOf)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Nobody plays " + String.join(", ", missing) + " of " + session()
                            + ", so the others would wait in vain. Give each role to a reactor, or name its program, before play().");
        }
        SessionRunner<Exception> runner = new SessionRunner<>(session());
        acts.values().forEach(act -> act.accept(runner));
        runner.run();
        Optional<Throwable> cause = session().cause();
        if (cause.isPresent()) {
            if (cause.get() instanceof Error error) {
                throw error;
            }
            throw (Exception) cause.get();
        }
    }

    private Baton baton() {
        return Objects.requireNonNull(baton, "the session is not open");
    }

    /** Returns how much virtual time has passed, in nanoseconds. */
    long elapsed() {
        return baton == null ? 0 : baton.now();
    }
}
