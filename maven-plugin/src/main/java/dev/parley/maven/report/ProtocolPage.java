package dev.parley.maven.report;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands on the page of a protocol.
 *
 * @param title the page's title
 * @param module what the module is called
 * @param name the interface's name
 * @param qualifiedName the same with its package
 * @param source where it was written
 * @param verdict how it fares
 * @param findings what was found wrong
 * @param sound all else, unless the protocol has errors
 */
record ProtocolPage(
        String title,
        String module,
        String name,
        String qualifiedName,
        Optional<SourceFiles.Link> source,
        IndexPage.Verdict verdict,
        List<Finding> findings,
        Optional<Sound> sound) {

    /**
     * An error or a warning.
     *
     * @param kind which of the two
     * @param style how it is coloured
     * @param code the entry in the catalogue
     * @param problem what is wrong
     * @param place where
     * @param proof lines that show why; may be empty
     * @param hint what to do; may be empty
     */
    record Finding(String kind, String style, String code, String problem, String place, String proof, String hint) {}

    /**
     * A protocol without errors.
     *
     * @param sequence its drawing
     * @param roles the roles
     * @param edges the buffers
     * @param checks what was checked
     * @param files the diagrams as text
     * @param stepper what the stepper knows, as JSON
     */
    record Sound(
            Picture sequence,
            List<RolePart> roles,
            List<EdgePart> edges,
            List<Check> checks,
            List<FileLink> files,
            String stepper) {}

    /**
     * A drawing, unless it would be too large to be of use.
     *
     * @param svg the drawing
     */
    record Picture(Optional<String> svg) {}

    /**
     * A role.
     *
     * @param place its number
     * @param name its name
     * @param states how many states its machine has
     * @param machine its machine
     */
    record RolePart(int place, String name, int states, Picture machine) {}

    /**
     * A buffer.
     *
     * @param place its number
     * @param from the sender
     * @param to the receiver
     * @param messages what travels on it
     * @param holds how much it holds
     * @param keeps what it keeps
     * @param full what happens when it is full
     * @param bound how many messages can be in flight
     * @param note what else is known
     */
    record EdgePart(
            int place,
            String from,
            String to,
            List<MessagePart> messages,
            String holds,
            String keeps,
            String full,
            String bound,
            String note) {}

    /**
     * A message on a buffer.
     *
     * @param text the message
     * @param marks what is said of it: its guards, and the phases that it belongs to
     */
    record MessagePart(String text, List<String> marks) {}

    /**
     * A rule that was checked.
     *
     * @param style how it is coloured
     * @param mark what came of it, in a word
     * @param words the rule
     */
    record Check(String style, String mark, String words) {}

    /**
     * A link to a file.
     *
     * @param href where it is
     * @param name its name
     */
    record FileLink(String href, String name) {}

    static ProtocolPage of(
            String module, ReportedProtocol protocol, Optional<SourceFiles.Link> source, List<DiagramFile> files) {
        List<Diagnostic> found = protocol.result().diagnostics();
        return new ProtocolPage(
                protocol.simpleName() + " · " + module,
                module,
                protocol.simpleName(),
                protocol.qualifiedName(),
                source,
                IndexPage.Verdict.of(found),
                found.stream().map(ProtocolPage::finding).toList(),
                protocol.sound().map(compiled -> sound(compiled, found, links(protocol, files))));
    }

    private static Finding finding(Diagnostic diagnostic) {
        return new Finding(
                diagnostic.isError() ? "Error" : "Warning",
                diagnostic.isError() ? "failed" : "warned",
                diagnostic.id().code(),
                diagnostic.problem(),
                diagnostic.origin().description(),
                String.join("\n", diagnostic.proof()),
                diagnostic.hint().orElse(""));
    }

    private static Sound sound(CompiledProtocol protocol, List<Diagnostic> found, List<FileLink> files) {
        List<StateMachine> machines = protocol.machines();
        List<Edge> edges = protocol.edges();
        return new Sound(
                new Picture(Drawing.sequence(protocol)),
                machines.stream()
                        .map(machine -> new RolePart(
                                machines.indexOf(machine),
                                PlayerText.of(machine.role()),
                                machine.states().size(),
                                new Picture(Drawing.machine(machines.indexOf(machine), machine))))
                        .toList(),
                edges.stream()
                        .map(edge -> edge(edges.indexOf(edge), edge, machines))
                        .toList(),
                Arrays.stream(Rule.values()).map(rule -> check(rule, found)).toList(),
                files,
                StepperData.of(protocol).json());
    }

    private static Check check(Rule rule, List<Diagnostic> found) {
        return rule.holds(found)
                ? new Check("passed", "holds", rule.words())
                : new Check("warned", "warning", rule.words());
    }

    private static List<FileLink> links(ReportedProtocol protocol, List<DiagramFile> files) {
        String folder = UrlText.encoded(protocol.qualifiedName());
        return files.stream()
                .map(file -> new FileLink(folder + "/" + UrlText.encoded(file.name()), file.name()))
                .toList();
    }

    private static EdgePart edge(int place, Edge edge, List<StateMachine> machines) {
        boolean latest = edge.mode() == Mode.LATEST_VALUE;
        return new EdgePart(
                place,
                PlayerText.of(edge.from()),
                PlayerText.of(edge.to()),
                edge.messages().stream()
                        .map(message -> new MessagePart(PlayerText.of(message), marks(edge, message, machines)))
                        .toList(),
                latest ? "1" : holds(edge),
                latest ? "the latest message (LATEST_VALUE)" : "every message, in order (FIFO)",
                latest ? "the message is replaced" : full(edge),
                edge.bound().isPresent() ? Integer.toString(edge.bound().getAsInt()) : "no limit",
                edge.alternating() ? "The pair takes turns: one slot serves both directions." : "");
    }

    private static List<String> marks(Edge edge, Message message, List<StateMachine> machines) {
        Action sent = new Action.Send(edge.to(), message);
        List<Marks> marks = machines.stream()
                .filter(machine -> machine.role().equals(edge.from()))
                .flatMap(machine -> machine.states().stream())
                .flatMap(state -> state.transitions().stream())
                .filter(transition -> transition.action().equals(sent))
                .map(transition -> transition.step().marks())
                .toList();
        return Stream.concat(
                        marks.stream().flatMap(each -> each.guard().stream()).map(Guard::inWords),
                        marks.stream().flatMap(each -> each.phase().stream()).map(phase -> "in " + phase.name()))
                .distinct()
                .toList();
    }

    private static String holds(Edge edge) {
        return edge.maxCapacity() > edge.capacity()
                ? edge.capacity() + ", grows to " + edge.maxCapacity()
                : Integer.toString(edge.capacity());
    }

    private static String full(Edge edge) {
        if (edge.bound().isPresent() && edge.bound().getAsInt() <= edge.capacity()) {
            return "never is";
        }
        return switch (edge.whenFull()) {
            case BLOCK -> "the sender waits (BLOCK)";
            case DROP -> "the message is lost (DROP)";
            case ERROR -> "the session fails (ERROR)";
            case RESIZE -> "it grows, then the sender waits (RESIZE)";
        };
    }
}
