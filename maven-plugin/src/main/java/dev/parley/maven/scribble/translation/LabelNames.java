package dev.parley.maven.scribble.translation;

import dev.parley.maven.scribble.syntax.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the labels of a protocol are called in Java. Different labels stay different, and the same label stays the same,
 * but for one case: Scribble tells the alternatives of a choice apart by receiver and label, Parley by label alone. A label
 * that two alternatives send to different receivers gets the receiver's name on all but the first of those channels. As a
 * receiver only sees its own channel, that changes nothing for any role.
 */
final class LabelNames {

    private final Map<String, String> names = new HashMap<>();
    private final Map<Channel, String> renamed = new LinkedHashMap<>();

    private record Channel(String label, String from, List<String> to) {

        static Channel of(Draft.Sent message) {
            return new Channel(message.signature().label(), message.from(), message.to());
        }
    }

    LabelNames(Collection<Draft> blocks, List<Problem> problems) {
        TreeSet<String> labels = new TreeSet<>();
        messages(blocks).forEach(message -> labels.add(message.signature().label()));
        labels.stream().filter(label -> label.equals(wish(label))).forEach(label -> names.put(label, label));
        for (String label : labels) {
            if (!names.containsKey(label)) {
                names.put(label, free(wish(label)));
            }
        }
        blocks.stream().filter(block -> block.choiceAt != null).forEach(block -> separate(block, blocks, problems));
    }

    /** Returns the label of a message. */
    String of(Draft.Sent message) {
        String name = renamed.getOrDefault(
                Channel.of(message), names.get(message.signature().label()));
        if (name == null) {
            throw new IllegalStateException("the message belongs to another protocol");
        }
        return name;
    }

    private static String wish(String label) {
        return label.isEmpty() ? Messages.UNLABELLED : JavaNames.member(label);
    }

    private String free(String wish) {
        return Stream.iterate(wish, name -> name + "_")
                .filter(name -> !names.containsValue(name) && !renamed.containsValue(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Draft.Sent> messages(Collection<Draft> blocks) {
        return blocks.stream().flatMap(block -> block.steps.stream()).flatMap(step -> Stream.ofNullable(step.message));
    }

    private void separate(Draft choice, Collection<Draft> blocks, List<Problem> problems) {
        Map<String, Channel> known = new HashMap<>();
        for (Draft.Sent message : firstMessages(choice)) {
            Channel channel = Channel.of(message);
            Channel other = known.putIfAbsent(channel.label, channel);
            boolean clash = other != null && !other.to.equals(channel.to) && !renamed.containsKey(channel);
            if (clash && isSeparate(channel, blocks)) {
                String name = free(names.get(channel.label) + "To" + JavaNames.type(channel.to.get(0)));
                renamed.put(channel, name);
                problems.add(Problem.note(
                        choice.place,
                        "the label " + channel.label + " from " + channel.from + " to " + channel.to.get(0)
                                + " is called " + name + ": Parley tells the alternatives of a choice apart by their"
                                + " labels alone, and another one starts with " + channel.label + " to "
                                + String.join(", ", other.to)));
            }
        }
    }

    /** Returns whether the label goes to this receiver alone wherever the sender sends it there. */
    private static boolean isSeparate(Channel channel, Collection<Draft> blocks) {
        return channel.to.size() == 1
                && messages(blocks)
                        .map(Channel::of)
                        .filter(each -> each.label.equals(channel.label) && each.from.equals(channel.from))
                        .allMatch(each -> each.to.size() == 1);
    }

    private static List<Draft.Sent> firstMessages(Draft choice) {
        List<Draft.Sent> found = new ArrayList<>();
        List<Draft> open = new ArrayList<>(List.of(choice));
        for (int i = 0; i < open.size(); i++) {
            Draft block = open.get(i);
            List<Draft.Step> first =
                    block.choiceAt != null || block.steps.isEmpty() ? block.steps : block.steps.subList(0, 1);
            for (Draft.Step step : first) {
                if (step.message != null) {
                    found.add(step.message);
                } else if (step.next != null && !open.contains(step.next)) {
                    open.add(step.next);
                }
            }
        }
        return found;
    }
}
