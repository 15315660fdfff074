package dev.parley.compiler.machine;

import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A step of a run as people tell it: a message taken as soon as it was sent is one step, not two.
 *
 * @param from the sender
 * @param to the receiver
 * @param message the message
 * @param kind how much of it happens
 */
public record Communication(RoleName from, RoleName to, Message message, Kind kind) {

    /** How much of a communication a step is. */
    public enum Kind {
        /** The message is sent, and taken before anything else happens. */
        PASSED,
        /** The message is sent, and stays under way. */
        SENT,
        /** A message sent before is taken. */
        TAKEN
    }

    private record Channel(RoleName from, RoleName to) {}

    /** Returns the steps of a run that starts with nothing under way. */
    public static List<Communication> of(List<Event> run) {
        List<Communication> steps = new ArrayList<>();
        Map<Channel, Integer> underWay = new HashMap<>();
        for (int i = 0; i < run.size(); i++) {
            Event event = run.get(i);
            Action action = event.action();
            if (action instanceof Action.Receive) {
                underWay.merge(new Channel(action.peer(), event.role()), -1, Integer::sum);
                steps.add(new Communication(action.peer(), event.role(), action.message(), Kind.TAKEN));
            } else if (underWay.getOrDefault(new Channel(event.role(), action.peer()), 0) == 0
                    && i + 1 < run.size()
                    && isReceipt(run.get(i + 1), event)) {
                steps.add(new Communication(event.role(), action.peer(), action.message(), Kind.PASSED));
                i++;
            } else {
                underWay.merge(new Channel(event.role(), action.peer()), 1, Integer::sum);
                steps.add(new Communication(event.role(), action.peer(), action.message(), Kind.SENT));
            }
        }
        return steps;
    }

    /** Returns the steps of a run that roles see of each other: what a party sends is its role's, and forks and joins are nobody's. */
    public static List<Communication> amongRoles(List<Event> run) {
        List<Event> seen = run.stream()
                .filter(event -> !event.action().message().label().isInternal())
                .toList();
        return of(seen).stream()
                .map(step -> new Communication(step.from().role(), step.to().role(), step.message(), step.kind()))
                .toList();
    }

    private static boolean isReceipt(Event event, Event sending) {
        Action action = event.action();
        return action instanceof Action.Receive
                && event.role().equals(sending.action().peer())
                && action.peer().equals(sending.role());
    }

    @Override
    public String toString() {
        return switch (kind) {
            case PASSED -> new Interaction(from, to, message).toString();
            case SENT -> from.role() + " " + new Action.Send(to, message).inWords();
            case TAKEN -> to.role() + " " + new Action.Receive(from, message).inWords();
        };
    }
}
