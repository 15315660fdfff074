package dev.parley.maven.scribble.export;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a protocol as a module of Scribble or a file of nuscr. The text has the runs of the global automaton, so blocks
 * that are used from several places appear in each of them.
 */
public final class ProtocolText {

    private final CompiledProtocol protocol;
    private final Language language;
    private final List<GlobalState> states;
    private final Regions regions;
    private final Words roles = new Words("role");
    private final Words labels = new Words("label");
    private final Words values = new Words("value");
    private final Words names = new Words("protocol");
    private final TypeWords types;
    private final Map<Integer, String> protocols = new HashMap<>();
    private final Map<Integer, Set<RoleName>> players = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private ProtocolText(CompiledProtocol protocol, Language language) {
        this.protocol = protocol;
        this.language = language;
        this.states = EqualFutures.merged(protocol.global().states());
        this.regions = Regions.of(states);
        this.types = new TypeWords(language);
    }

    /**
     * A protocol as text.
     *
     * @param text the text; not to be used if there are refusals
     * @param refusals what the language cannot say
     */
    public record Written(String text, List<String> refusals) {

        /** Copies the refusals. */
        public Written {
            refusals = List.copyOf(refusals);
        }
    }

    /** Returns the text of a protocol without errors. */
    public static Written of(CompiledProtocol protocol, Language language) {
        return new ProtocolText(protocol, language).write();
    }

    private Written write() {
        List<String> unsupported = families();
        if (unsupported.isEmpty()) {
            unsupported = branchesOfOneRole();
        }
        if (!unsupported.isEmpty()) {
            return new Written("", unsupported);
        }
        protocols.put(0, names.of(protocol.declaration().name()));
        for (int root : regions.roots()) {
            protocols.computeIfAbsent(root, state -> names.fresh(wish(states.get(state))));
            players.put(root, playersFrom(root));
        }
        protocol.global().roles().forEach(role -> roles.of(role.value()));
        regions.roots().forEach(this::writeProtocol);
        List<String> file = new ArrayList<>(header());
        file.addAll(lines);
        return new Written(String.join("\n", file) + "\n", List.copyOf(types.refusals()));
    }

    /** In the other languages a role is one participant. */
    private List<String> families() {
        return protocol.declaration().roles().stream()
                .filter(role -> role.family().isPresent())
                .map(role -> role.name() + " is a family, which the export does not support")
                .toList();
    }

    /** What one role plays in several branches would have to be told apart by more than its name. */
    private List<String> branchesOfOneRole() {
        return protocol.global().roles().stream()
                .filter(RoleName::isParty)
                .map(party -> party.role() + " plays several branches of the parallel block " + party.block()
                        + ", which the export does not support; have other roles play them")
                .distinct()
                .toList();
    }

    private List<String> header() {
        ProtocolDeclaration declaration = protocol.declaration();
        List<String> header = new ArrayList<>();
        if (language == Language.SCRIBBLE) {
            header.add("module " + moduleName(declaration) + ";");
        }
        if (!types.declarations().isEmpty()) {
            header.add("");
            header.addAll(types.declarations());
        }
        List<String> remarks = new ArrayList<>();
        if (!moduleName(declaration).equals(declaration.qualifiedName())) {
            remarks.add("in Parley, this is " + Words.ascii(declaration.qualifiedName()));
        }
        List.of(names, roles, labels, values).forEach(words -> remarks.addAll(words.remarks()));
        declaration.edges().forEach(edge -> remarks.add(remark(edge)));
        states.stream()
                .flatMap(state -> state.transitions().stream())
                .flatMap(transition -> remark(transition).stream())
                .distinct()
                .forEach(remarks::add);
        if (!remarks.isEmpty()) {
            header.add("");
            remarks.forEach(remark -> header.add("// " + remark));
        }
        return header;
    }

    /** Returns the name of a protocol's module, which is also the path of its file: scribble-java wants it so. */
    public static String moduleName(ProtocolDeclaration declaration) {
        return List.of(declaration.qualifiedName().split("\\.")).stream()
                .map(Words::legal)
                .collect(Collectors.joining("."));
    }

    /** Neither crashes nor time are part of a protocol in Scribble: what comes of them is a choice like any other. */
    private static Optional<String> remark(GlobalTransition transition) {
        Interaction interaction = transition.interaction();
        if (interaction.message().crash()) {
            return Optional.of(Words.ascii("in Parley, " + interaction.message().label() + " is sent for "
                    + interaction.from() + " when it has crashed"));
        }
        return transition
                .step()
                .marks()
                .timeout()
                .map(timeout ->
                        Words.ascii("in Parley, " + interaction.message().label() + " is sent for " + interaction.from()
                                + " when it has not chosen within " + timeout.text()));
    }

    /** How messages are buffered is no part of a protocol in Scribble: every buffer there is a queue that loses nothing. */
    private static String remark(EdgeDeclaration edge) {
        return Words.ascii("in Parley, the buffer from " + edge.from().name() + " to "
                + edge.to().name() + " is configured: " + edge.mode() + ", " + edge.whenFull() + " when full"
                + (edge.capacity() == 0 ? "" : ", capacity " + edge.capacity())
                + (edge.maxCapacity() == 0 ? "" : ", at most " + edge.maxCapacity()));
    }

    private Set<RoleName> playersFrom(int root) {
        Set<RoleName> found = new TreeSet<>();
        Set<Integer> seen = new LinkedHashSet<>(List.of(root));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (GlobalTransition transition : states.get(open.remove()).transitions()) {
                found.add(transition.interaction().from());
                found.add(transition.interaction().to());
                if (seen.add(transition.target())) {
                    open.add(transition.target());
                }
            }
        }
        return found;
    }

    private void writeProtocol(int root) {
        String parameters = players.getOrDefault(root, Set.of()).stream()
                .map(role -> "role " + roles.of(role.value()))
                .collect(Collectors.joining(", "));
        lines.add("");
        lines.add((root == 0 ? "" : "aux ") + "global protocol " + protocols.get(root) + "(" + parameters + ") {");
        new Body().write(root);
        lines.add("}");
    }

    private static String wish(GlobalState state) {
        if (state.position().blockStart()) {
            return IncludedNames.simple(state.position().block());
        }
        String label =
                state.transitions().get(0).interaction().message().label().value();
        return "Then" + label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /** The statements of one protocol. */
    private final class Body {
        private final Map<Integer, String> open = new HashMap<>();
        private final Words variables = new Words("recursion");
        private int depth = 1;

        void write(int root) {
            statements(root);
        }

        private void goTo(int state) {
            String variable = open.get(state);
            if (variable != null) {
                line("continue " + variable + ";");
            } else if (regions.roots().contains(state)) {
                String arguments = players.getOrDefault(state, Set.of()).stream()
                        .map(role -> roles.of(role.value()))
                        .collect(Collectors.joining(", "));
                line("do " + protocols.get(state) + "(" + arguments + ");");
            } else if (regions.isLoop(state)) {
                String name = variables.fresh(wish(states.get(state)));
                open.put(state, name);
                line("rec " + name + " {");
                depth++;
                statements(state);
                depth--;
                line("}");
                open.remove(state);
            } else {
                statements(state);
            }
        }

        /** Writes what happens from a state on, which is not gone back to by {@code rec} or {@code do} any more. */
        private void statements(int start) {
            int state = start;
            while (states.get(state).transitions().size() == 1) {
                GlobalTransition only = states.get(state).transitions().get(0);
                message(only);
                state = only.target();
                if (regions.roots().contains(state) || regions.isLoop(state)) {
                    goTo(state);
                    return;
                }
            }
            if (!states.get(state).isEnd()) {
                choice(states.get(state).transitions());
            }
        }

        private void choice(List<GlobalTransition> alternatives) {
            String chooser = roles.of(alternatives.get(0).interaction().from().value());
            String opening = "choice at " + chooser + " {";
            for (GlobalTransition alternative : alternatives) {
                line(opening);
                depth++;
                message(alternative);
                goTo(alternative.target());
                depth--;
                opening = "} or {";
            }
            line("}");
        }

        private void message(GlobalTransition transition) {
            MessageStep step = transition.step();
            String payload = step.payload().stream().map(this::payload).collect(Collectors.joining(", "));
            String statement = labels.of(step.label().value()) + "(" + payload + ") from "
                    + roles.of(transition.interaction().from().value()) + " to "
                    + roles.of(transition.interaction().to().value()) + ";";
            List<String> remarks = new ArrayList<>();
            if (language == Language.SCRIBBLE && !step.payload().isEmpty()) {
                remarks.add(String.join(", ", step.parameterNames()));
            }
            if (step.to().size() > 1
                    && step.to().get(0).role().equals(transition.interaction().to())) {
                remarks.add("one message to "
                        + step.to().stream().map(role -> role.name()).collect(Collectors.joining(" and "))
                        + " in Parley");
            }
            line(statement + (remarks.isEmpty() ? "" : " // " + Words.ascii(String.join("; ", remarks))));
        }

        private String payload(Parameter parameter) {
            String type = types.of(parameter.type());
            return language == Language.NUSCR ? values.of(parameter.name()) + ": " + type : type;
        }

        private void line(String text) {
            lines.add("    ".repeat(depth) + text);
        }
    }
}
