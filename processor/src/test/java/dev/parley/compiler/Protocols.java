package dev.parley.compiler;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CallStep;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.Timeout;
import dev.parley.compiler.protocol.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down protocol declarations briefly, one line per method of the interface:
 *
 * <pre>{@code
 * protocol(seq("Calculator",
 *         run(choice("Ask", "Client",
 *                 msg("Client", "Server", "add", INT, INT).then(seq("Reply",
 *                         msg("Server", "Client", "sum", LONG).then("Ask"))),
 *                 msg("Client", "Server", "bye").end()))));
 * }</pre>
 *
 * A block is written where it is first used and named where it is used again. Roles are those that the lines mention.
 */
public final class Protocols {

    /** {@code boolean}. */
    public static final TypeRef BOOLEAN = TypeRef.Primitive.BOOLEAN;

    /** {@code int}. */
    public static final TypeRef INT = TypeRef.Primitive.INT;

    /** {@code long}. */
    public static final TypeRef LONG = TypeRef.Primitive.LONG;

    /** {@code java.lang.String}. */
    public static final TypeRef STRING = new TypeRef.Declared("java.lang", List.of("String"), List.of());

    private Protocols() {}

    /** Returns the protocol, in package {@code example}, whose own steps are those of the given block. */
    public static ProtocolDeclaration protocol(Block main) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        collect(main, blocks);
        Collection<Block> nested = new TreeMap<>(blocks).values();
        return new ProtocolDeclaration(
                "example",
                List.of(main.name),
                roles(blocks.values()),
                main.declaration(),
                nested.stream()
                        .filter(block -> !block.equals(main))
                        .map(Block::declaration)
                        .toList(),
                List.of(),
                Origin.of(main.name));
    }

    /** Returns a block whose lines follow one another. */
    public static Block seq(String name, Line... lines) {
        return new Block(name, new BlockForm.Sequence(), List.of(lines));
    }

    /** Returns a block whose lines are alternatives that the given role chooses among. */
    public static Block choice(String name, String at, Line... alternatives) {
        return new Block(name, new BlockForm.Choice(new Reference(at, Origin.of(name))), List.of(alternatives));
    }

    /** Returns a block whose lines are branches that run concurrently. */
    public static Block par(String name, Line... branches) {
        return new Block(name, new BlockForm.Parallel(Origin.of(name)), List.of(branches));
    }

    /** Returns a message; several receivers are separated by commas. */
    public static Line msg(String from, String to, String label, TypeRef... payload) {
        return new Line(Optional.of(new Content(from, List.of(to.split(", *")), label, List.of(payload))), new Next());
    }

    /** Returns an alternative that is taken when its chooser has crashed. */
    public static Line crash(String role, String label) {
        return new Line(Optional.of(new Content(role, List.of(), label, List.of())), new Next());
    }

    /** Returns a step without a message into the given block. */
    public static Line run(Block block) {
        return new Line(Optional.empty(), new Into(block));
    }

    /** Returns a step without a message into the block of the given name. */
    public static Line run(String block) {
        return new Line(Optional.empty(), new Named(block));
    }

    /** Returns the declaration as text, a line per step, for messages of tests. */
    public static String text(ProtocolDeclaration declaration) {
        StringBuilder text = new StringBuilder();
        append(text, declaration.main());
        declaration.blocks().forEach(block -> append(text, block));
        return text.toString();
    }

    private static void append(StringBuilder text, BlockDeclaration block) {
        text.append(block.name());
        block.choiceAt().ifPresent(role -> text.append(" at ").append(role.name()));
        text.append(block.form() instanceof BlockForm.Parallel ? " parallel" : "");
        if (block.form() instanceof BlockForm.ForEach forEach) {
            text.append(" for each ").append(forEach.family().name());
        }
        for (Step step : block.steps()) {
            text.append("\n    ");
            if (step instanceof MessageStep message) {
                text.append(message.from().name()).append(" -> ");
                text.append(message.to().stream().map(Reference::name).collect(Collectors.joining(", ")));
                text.append(" : ").append(message.message());
            } else if (step instanceof CrashStep crash) {
                text.append(crash.role().name()).append(" crashes : ").append(crash.method());
            }
            step.marks().timeout().ifPresent(timeout -> text.append(" within ").append(timeout.text()));
            step.marks().quorum().ifPresent(mark -> text.append(" by quorum"));
            if (step.next() instanceof Continuation.Block next) {
                text.append(" then ").append(next.block().name());
            } else if (step.next() instanceof Continuation.End) {
                text.append(" end");
            }
        }
        text.append('\n');
    }

    private static void collect(Block block, Map<String, Block> found) {
        Block other = found.putIfAbsent(block.name, block);
        if (other != null && !other.equals(block)) {
            throw new IllegalArgumentException("two blocks are named " + block.name);
        }
        for (Line line : block.lines) {
            if (line.next instanceof Into into) {
                collect(into.block, found);
            }
        }
    }

    private static List<RoleDeclaration> roles(Collection<Block> blocks) {
        Set<String> names = new TreeSet<>();
        for (Block block : blocks) {
            if (block.form instanceof BlockForm.Choice choice) {
                names.add(choice.at().name());
            }
            for (Line line : block.lines) {
                line.content.ifPresent(content -> {
                    names.add(content.from);
                    names.addAll(content.to);
                });
            }
        }
        return names.stream()
                .map(name -> new RoleDeclaration(new RoleName(name), Origin.of(name)))
                .toList();
    }

    /** A block, made by {@link #seq}, {@link #choice} or {@link #par}. */
    public record Block(String name, BlockForm form, List<Line> lines) {

        private BlockDeclaration declaration() {
            Origin origin = Origin.of(name);
            List<Step> steps = new ArrayList<>();
            for (Line line : lines) {
                steps.add(line.declaration(name, steps));
            }
            return new BlockDeclaration(name, form, Optional.empty(), Optional.empty(), steps, origin);
        }
    }

    /** A step, made by {@link #msg}, {@link #crash} or {@link #run}. */
    public record Line(Optional<Content> content, Then next, Marks marks) {

        private Line(Optional<Content> content, Then next) {
            this(content, next, Marks.NONE);
        }

        /** Returns this step with the given block after it. */
        public Line then(Block block) {
            return new Line(content, new Into(block), marks);
        }

        /** Returns this step with the block of the given name after it, be it entered or gone back to. */
        public Line then(String block) {
            return new Line(content, new Named(block), marks);
        }

        /** Returns this step with nothing after it. */
        public Line end() {
            return new Line(content, new Nothing(), marks);
        }

        /** Returns this step with a timeout. */
        public Line within(String duration) {
            Timeout timeout = new Timeout(duration, Origin.of("timeout"));
            return new Line(
                    content,
                    next,
                    new Marks(Optional.empty(), Optional.empty(), Optional.of(timeout), Optional.empty()));
        }

        /** Returns this step as one that its receiver need not wait for all members of a family to take. */
        public Line quorum() {
            return new Line(
                    content,
                    next,
                    new Marks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Origin.of("quorum"))));
        }

        private Step declaration(String block, List<Step> before) {
            String wanted = content.map(Content::label).orElseGet(() -> decapitalised(next.blockName()));
            String method = free(wanted, before);
            Origin origin = Origin.of(block + "." + method);
            Continuation continuation = next.declaration(origin);
            if (content.isPresent() && content.get().to.isEmpty()) {
                return new CrashStep(method, new Reference(content.get().from, origin), continuation, marks, origin);
            }
            return content.<Step>map(message -> new MessageStep(
                            method,
                            new Label(message.label),
                            new Reference(message.from, origin),
                            message.to.stream()
                                    .map(role -> new Reference(role, origin))
                                    .toList(),
                            message.parameters(origin),
                            false,
                            continuation,
                            marks,
                            origin,
                            origin))
                    .orElseGet(() -> new CallStep(method, (Continuation.Block) continuation, origin));
        }

        private static String decapitalised(String name) {
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        /** Methods of one interface differ in name here, though labels may repeat. */
        private static String free(String wanted, List<Step> taken) {
            return Stream.iterate(1, n -> n + 1)
                    .map(n -> n == 1 ? wanted : wanted + n)
                    .filter(name ->
                            taken.stream().noneMatch(step -> step.method().equals(name)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What is sent, and to whom. */
    record Content(String from, List<String> to, String label, List<TypeRef> payload) {

        private List<Parameter> parameters(Origin origin) {
            List<Parameter> parameters = new ArrayList<>();
            for (TypeRef type : payload) {
                parameters.add(new Parameter("p" + (parameters.size() + 1), type, origin));
            }
            return parameters;
        }
    }

    /** What follows a line. */
    sealed interface Then {

        /** Returns the name of the block that follows. */
        default String blockName() {
            throw new IllegalStateException("no block follows");
        }

        /** Returns this as part of a declaration. */
        default Continuation declaration(Origin origin) {
            return new Continuation.Block(new Reference(blockName(), origin));
        }
    }

    private record Next() implements Then {
        @Override
        public Continuation declaration(Origin origin) {
            return new Continuation.Next();
        }
    }

    private record Nothing() implements Then {
        @Override
        public Continuation declaration(Origin origin) {
            return new Continuation.End();
        }
    }

    private record Into(Block block) implements Then {
        @Override
        public String blockName() {
            return block.name;
        }
    }

    private record Named(String blockName) implements Then {}
}
