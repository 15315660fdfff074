package dev.parley.sessions.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done, by whom, and what is tried if they fail.
 *
 * @param what what is to be done
 * @param agents the ids of the participants that may do it: the first one does, the others are asked in turn when those before them have
 *     failed
 * @param step the step of the workflow that it belongs to, if it belongs to one
 * @param timeout how long an agent has for an answer
 * @param retry how often each agent is asked again; empty for what the manager's options say
 */
public record TaskSpec(
        String what, List<String> agents, Optional<String> step, Duration timeout, Optional<Retry> retry) {

    /**
     * Copies the agents.
     *
     * @throws IllegalArgumentException if there are none, or the timeout is not positive
     */
    public TaskSpec {
        agents = List.copyOf(agents);
        if (agents.isEmpty() || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The task \"" + what + "\" has " + agents.size()
                    + " agents and a timeout of " + timeout + "; it needs an agent, and time.");
        }
        Texts.checkStorable(agents);
        Texts.checkStorable(List.of(what, step.orElse("")));
    }

    /**
     * Returns what an agent has a minute for.
     *
     * @param what what is to be done
     * @param agent the id of the participant that does it
     */
    public static TaskSpec of(String what, String agent) {
        return new TaskSpec(what, List.of(agent), Optional.empty(), Duration.ofMinutes(1), Optional.empty());
    }

    /** Returns the same with another agent to be asked last. */
    public TaskSpec orElse(String agent) {
        List<String> all = new ArrayList<>(agents);
        all.add(agent);
        return new TaskSpec(what, all, step, timeout, retry);
    }

    /** Returns the same as a part of a step. */
    public TaskSpec in(String name) {
        return new TaskSpec(what, agents, Optional.of(name), timeout, retry);
    }

    /** Returns the same with another timeout. */
    public TaskSpec within(Duration time) {
        return new TaskSpec(what, agents, step, time, retry);
    }

    /** Returns the same with other retries. */
    public TaskSpec retry(Retry other) {
        return new TaskSpec(what, agents, step, timeout, Optional.of(other));
    }
}
