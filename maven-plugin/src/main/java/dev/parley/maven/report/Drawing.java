package dev.parley.maven.report;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagram.PlantUml;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;

/** Draws diagrams as SVG that stands in a page and takes the page's colours. */
final class Drawing {

    /** Beyond this many states and transitions a layout takes its reader, and the computer, too long. */
    private static final int READABLE = 250;

    private static final String HEADLESS = "java.awt.headless";

    /** Colours that stand for those of the page, and a font as wide as most browsers' fixed one. */
    private static final String STYLE = """
            <style>
            root {
              FontName Monospaced
              FontColor %1$s
              LineColor %2$s
              BackgroundColor %3$s
            }
            document {
              BackgroundColor transparent
            }
            stateDiagram {
              state {
                BackgroundColor %4$s
              }
            }
            sequenceDiagram {
              group {
                BackgroundColor transparent
              }
              groupHeader {
                BackgroundColor %4$s
              }
              participant {
                BackgroundColor %4$s
              }
              note {
                BackgroundColor transparent
              }
            }
            </style>
            hide empty description
            hide footbox
            """.formatted(
                    PageColour.TEXT.placeholder(),
                    PageColour.LINE.placeholder(),
                    PageColour.LINE_FILL.placeholder(),
                    PageColour.BOX.placeholder());

    static {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true"); // fonts are measured, but no window is opened
        }
    }

    private Drawing() {}

    /** Returns the sequence diagram. */
    static Optional<String> sequence(CompiledProtocol protocol) {
        Set<String> interactions = new LinkedHashSet<>();
        for (GlobalState state : protocol.global().states()) {
            state.transitions().stream()
                    .map(GlobalTransition::interaction)
                    .filter(each -> !each.message().label().isInternal())
                    .forEach(each -> interactions.add(each.from().role()
                            + " sends "
                            + each.message()
                            + " to "
                            + each.to().role()
                            + "."));
        }
        if (interactions.size() > READABLE) {
            return Optional.empty();
        }
        String svg = svg(PlantUml.sequence(protocol.declaration()));
        return Optional.of(PageSvg.of(svg)
                .described(
                        "drawing-of-sequence",
                        "Sequence diagram of " + protocol.declaration().name(),
                        "In order of first appearance: " + String.join(" ", interactions))
                .text());
    }

    /** Returns the drawing of the machine at the given place, in which each state is a group that tells its number. */
    static Optional<String> machine(int place, StateMachine machine) {
        int size = machine.states().size()
                + machine.states().stream()
                        .mapToInt(state -> state.transitions().size())
                        .sum();
        if (size > READABLE) {
            return Optional.empty();
        }
        String withoutTitle = PlantUml.states(machine).replaceFirst("(?m)^title .*\n", ""); // the page has a heading
        PageSvg svg = PageSvg.of(svg(arrowsMerged(withoutTitle)));
        if (!svg.groupStates(machine.states().size())) {
            return Optional.empty();
        }
        return Optional.of(svg.described(
                        "drawing-of-" + place,
                        "State machine of " + PlayerText.of(machine.role()),
                        machine.states().stream()
                                .map(state -> sentence(machine, state))
                                .collect(Collectors.joining(" ")))
                .text());
    }

    /** Makes one arrow of all transitions between the same two states: PlantUML would lay loops upon one another. */
    private static String arrowsMerged(String plantUml) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : plantUml.split("\n", -1)) {
            int label = line.contains(" --> ") ? line.indexOf(" : ") : -1;
            String arrow = label < 0 ? line : line.substring(0, label);
            lines.merge(arrow, line, (first, next) -> label < 0 ? first : first + "\\l" + next.substring(label + 3));
        }
        return String.join("\n", lines.values());
    }

    private static String sentence(StateMachine machine, State state) {
        List<String> ways = new ArrayList<>();
        for (Transition transition : state.transitions()) {
            Action action = transition.action();
            String target = machine.states().get(transition.target()).name();
            ways.add(
                    action.message().label().isInternal()
                            ? action.inWords() + ", then is in " + target
                            : (action instanceof Action.Send ? "send %s to %s" : "receive %s from %s")
                                            .formatted(action.message(), PlayerText.of(action.peer()))
                                    + " and be in " + target);
        }
        if (state.accepting()) {
            ways.add("be done");
        }
        return "In " + state.name() + ": " + String.join(", or ", ways) + ".";
    }

    /** PlantUML keeps things in static fields, and modules may be built in parallel. */
    private static synchronized String svg(String plantUml) {
        int afterFirstLine = plantUml.indexOf('\n') + 1;
        String styled = plantUml.substring(0, afterFirstLine) + STYLE + plantUml.substring(afterFirstLine);
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        try {
            new SourceStringReader(styled).outputImage(svg, new FileFormatOption(FileFormat.SVG, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing outside of memory is written to
        }
        return svg.toString(StandardCharsets.UTF_8);
    }
}
