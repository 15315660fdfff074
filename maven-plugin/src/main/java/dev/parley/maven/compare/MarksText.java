package dev.parley.maven.compare;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.Timeout;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What steps are marked with, as a baseline tells it behind them: {@code needs shop:sell costs 5 records sold within 30s in phase sale}. */
final class MarksText {

    /** The marks of a line, any of which may be left out. */
    static final String GRAMMAR =
            "((?: needs \\S+)?(?: costs \\d{1,18})?(?: records \\S+)?(?: within \\S+)?(?: in phase .+)?)";

    private static final Pattern MARKS = Pattern.compile(
            "(?: needs (\\S+))?(?: costs (\\d+))?(?: records (\\S+))?(?: within (\\S+))?(?: in phase (.+))?");

    private MarksText() {}

    /** Returns the text, with a blank before each mark. What stands before a message leaves is for its sender to know. */
    static String write(Transition transition) {
        Marks marks = transition.step().marks();
        StringBuilder text = new StringBuilder();
        if (transition.action() instanceof Action.Send) {
            marks.guard().ifPresent(guard -> {
                text.append(guard.capability().isEmpty() ? "" : " needs " + guard.capability());
                text.append(guard.flowCost() == 0 ? "" : " costs " + guard.flowCost());
                text.append(guard.journal().isEmpty() ? "" : " records " + guard.journal());
            });
            marks.timeout().ifPresent(timeout -> text.append(" within ").append(timeout.text()));
        }
        marks.phase().ifPresent(phase -> text.append(" in phase ").append(phase.name()));
        return text.toString();
    }

    /** Returns the marks of a text of the grammar. */
    static Marks read(String text, Origin origin) {
        Matcher marks = MARKS.matcher(text);
        if (!marks.matches()) {
            throw new IllegalArgumentException("'" + text + "' are no marks");
        }
        String capability = part(marks, 1).orElse("");
        long cost = part(marks, 2).map(Long::parseLong).orElse(0L);
        String fact = part(marks, 3).orElse("");
        boolean guarded = !capability.isEmpty() || cost != 0 || !fact.isEmpty();
        return new Marks(
                part(marks, 5).map(name -> new Phase(name, origin)),
                guarded
                        ? Optional.of(new Guard(capability, cost, fact, origin, origin, origin, origin))
                        : Optional.empty(),
                part(marks, 4).map(duration -> new Timeout(duration, origin)),
                Optional.empty());
    }

    private static Optional<String> part(Matcher marks, int group) {
        return Optional.ofNullable(marks.group(group));
    }
}
