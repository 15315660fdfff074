package dev.parley.compiler.theory;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Machines at some point in a run, seen by users: parties are their roles, and what they tell one another is not seen.
 *
 * @param states the state each machine is in
 * @param channels the messages under way, where there are any
 */
record ErasedRun(
        List<StateMachine> machines, Map<RoleName, Integer> states, Map<List<RoleName>, List<Message>> channels)
        implements Behaviour {

    static ErasedRun of(List<StateMachine> machines) {
        return of(Run.of(machines));
    }

    private static ErasedRun of(Run run) {
        Map<List<RoleName>, List<Message>> channels = new HashMap<>(run.channels());
        channels.values().removeIf(List::isEmpty);
        return new ErasedRun(run.machines(), run.states(), channels);
    }

    private Run run() {
        return new Run(machines, List.of(), states, channels);
    }

    @Override
    public boolean isOver() {
        return run().isOver();
    }

    @Override
    public List<Step> steps() {
        Run run = run();
        return run.enabled().stream()
                .map(event -> new Step(erased(event), of(run.after(event))))
                .toList();
    }

    private static Optional<Event> erased(Event event) {
        Action action = event.action();
        if (action.message().label().isInternal()) {
            return Optional.empty();
        }
        RoleName peer = action.peer().role();
        return Optional.of(new Event(
                event.role().role(),
                action instanceof Action.Send
                        ? new Action.Send(peer, action.message())
                        : new Action.Receive(peer, action.message())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErasedRun run && states.equals(run.states) && channels.equals(run.channels);
    }

    @Override
    public int hashCode() {
        return 31 * states.hashCode() + channels.hashCode();
    }
}
