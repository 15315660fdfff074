package dev.parley.compiler.machine;

import dev.parley.compiler.global.Position;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.machine.MachineBuilder.Arrow;
import dev.parley.compiler.machine.MachineBuilder.DraftState;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the states and received messages of one role their type names: blocks first, as users chose those names for
 * states; then messages, by label; then the states that stand between two messages. Who comes first in breadth-first
 * order keeps a contested name, the others are told apart by their block, then by the steps that led to it, and a number
 * is the last resort. Case is no difference: some file systems know none.
 */
final class StateNames {

    /** Types that every role has or that its members need. */
    private static final Set<String> RESERVED = Set.of(
            "copy", "core", "ended", "handler", "received", "object", "override", "string", "deprecated", "record");

    /** From how many characters on a path is not made longer: class files bear the names, and file systems limit theirs. */
    private static final int LONG_PATH = 60;

    private final List<DraftState> drafts;
    private final Map<String, Optional<String>> takenIn =
            new HashMap<>(); // the block a name was taken in, if it was in one
    private final Set<String> stateNames = new HashSet<>();
    private final Map<MessageType, String> messageNames = new LinkedHashMap<>();
    private final boolean[] entered; // by what the role does itself
    private final List<Set<MessageType>> arrivals = new ArrayList<>();

    /** A received message as a type: what it is, and the state it leads to. */
    private record MessageType(Message message, int target) {}

    StateNames(List<DraftState> drafts, Set<Integer> entries, String roleType) {
        this.drafts = drafts;
        this.entered = new boolean[drafts.size()];
        entries.forEach(entry -> entered[entry] = true);
        RESERVED.forEach(name -> takenIn.put(name, Optional.empty()));
        takenIn.put(folded(roleType), Optional.empty());
        drafts.forEach(draft -> arrivals.add(new HashSet<>()));
        for (DraftState draft : drafts) {
            draft.arrows().forEach((action, arrow) -> {
                if (action instanceof Action.Send || action.message().label().isInternal()) {
                    entered[arrow.target()] = true;
                } else {
                    arrivals.get(arrow.target()).add(new MessageType(action.message(), arrow.target()));
                }
            });
        }
    }

    /** Returns the states with their names. */
    List<State> assign() {
        String[] names = new String[drafts.size()];
        nameStates(names, true);
        drafts.forEach(this::nameMessages);
        nameStates(names, false);
        List<State> states = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            states.add(state(i, names[i]));
        }
        return states;
    }

    private State state(int number, String name) {
        DraftState draft = drafts.get(number);
        List<Transition> transitions = new ArrayList<>();
        draft.arrows()
                .forEach((action, arrow) ->
                        transitions.add(new Transition(action, arrow.target(), arrow.step(), typeName(action, arrow))));
        return new State(
                number,
                name,
                hasOwnType(number),
                draft.candidate().hidden() && sendsOn(draft),
                draft.candidate().blockName(),
                draft.candidate().accepting(),
                transitions);
    }

    private static boolean sendsOn(DraftState draft) {
        return draft.arrows().keySet().stream()
                .allMatch(action -> action instanceof Action.Send
                        && !action.message().label().equals(Label.JOIN));
    }

    private String typeName(Action action, Arrow arrow) {
        return action instanceof Action.Send
                ? ""
                : messageNames.getOrDefault(new MessageType(action.message(), arrow.target()), "");
    }

    private boolean hasOwnType(int number) {
        DraftState draft = drafts.get(number);
        if (draft.candidate().hidden() || draft.arrows().isEmpty()) {
            return false;
        }
        return number == 0
                || entered[number]
                || draft.candidate().block()
                || arrivals.get(number).size() > 1
                || hasAlternatives(draft);
    }

    /**
     * Returns whether one of several messages, or the end, may arrive. Such a state always has a type of its own, because the
     * type of what may arrive is nested in it: two messages that may each follow the other could not both hold it.
     */
    private static boolean hasAlternatives(DraftState draft) {
        long receives = draft.arrows().keySet().stream()
                .filter(Action.Receive.class::isInstance)
                .count();
        return receives > 1 || (receives == 1 && draft.candidate().accepting());
    }

    private void nameStates(String[] names, boolean blocks) {
        for (int i = 0; i < drafts.size(); i++) {
            NameCandidates.Candidate candidate = drafts.get(i).candidate();
            if (candidate.block() != blocks) {
                continue;
            }
            if (hasOwnType(i)) {
                names[i] = claim(candidate.name(), candidate);
                stateNames.add(folded(names[i]));
            } else if (candidate.hidden()) {
                names[i] = candidate.name();
            } else if (drafts.get(i).arrows().isEmpty()) {
                names[i] = "End";
            } else {
                names[i] = messageNames.getOrDefault(arrivals.get(i).iterator().next(), candidate.name());
            }
        }
    }

    private void nameMessages(DraftState draft) {
        draft.arrows().forEach((action, arrow) -> {
            if (action instanceof Action.Receive && !action.message().label().isInternal()) {
                messageNames.computeIfAbsent(
                        new MessageType(action.message(), arrow.target()),
                        key -> messageName(arrow.step(), draft.candidate()));
            }
        });
    }

    private String messageName(MessageStep step, NameCandidates.Candidate holder) {
        String plain = capitalised(step.label().value());
        String base =
                stateNames.contains(folded(plain)) || RESERVED.contains(folded(plain)) ? plain + "Message" : plain;
        return claim(base, holder);
    }

    private String claim(String base, NameCandidates.Candidate candidate) {
        Optional<String> block = candidate.place().position().map(Position::block);
        if (take(base, block)) {
            return base;
        }
        for (String qualifier : qualifiers(base, candidate)) {
            if (take(qualifier + base, block)) {
                return qualifier + base;
            }
        }
        for (int i = 2; ; i++) {
            if (take(base + i, block)) {
                return base + i;
            }
        }
    }

    private boolean take(String name, Optional<String> block) {
        return takenIn.putIfAbsent(folded(name), block) == null;
    }

    /** What may stand before a contested name: the block, where it makes a difference, then the steps that led there. */
    private List<String> qualifiers(String base, NameCandidates.Candidate candidate) {
        List<String> qualifiers = new ArrayList<>();
        Optional<Position> position = candidate.place().position();
        Optional<String> block = position.map(Position::block);
        boolean otherBlock = !block.equals(takenIn.get(folded(base)));
        if (!candidate.block()
                && otherBlock
                && position.flatMap(Position::caller).isPresent()) {
            qualifiers.add(capitalised(IncludedNames.simple(block.orElseThrow())));
        }
        String path = "";
        for (Optional<Position.Caller> caller = position.flatMap(Position::caller);
                caller.isPresent() && path.length() < LONG_PATH;
                caller = caller.get().outer()) {
            path = capitalised(caller.get().method()) + path;
            qualifiers.add(path);
        }
        return qualifiers;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the name with its first character in upper case where it has one. */
    static String capitalised(String name) {
        int first = name.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(name, Character.charCount(first), name.length())
                .toString();
    }
}
