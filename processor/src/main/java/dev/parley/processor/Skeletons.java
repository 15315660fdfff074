package dev.parley.processor;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.processor.codegen.GeneratedNames;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Empty classes of the names that a protocol's endpoints would have. They stand in where the protocol is too broken to
 * generate any, so that the errors of the protocol are not drowned by one "cannot find symbol" for each declaration that
 * mentions an endpoint.
 */
final class Skeletons {

    private final Filer filer;

    Skeletons(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes the classes.
     *
     * @param taken the qualified names of types that exist
     */
    void write(ProtocolDeclaration declaration, Set<String> taken, TypeElement protocol) throws IOException {
        String body = Stream.concat(Stream.of("Start"), stateNames(declaration))
                .collect(Collectors.collectingAndThen(Collectors.toList(), Skeletons::distinct))
                .stream()
                .map(name -> "    public static final class " + name + " {}\n")
                .collect(Collectors.joining());
        String home = declaration.packageName();
        for (String name : distinct(GeneratedNames.types(declaration))) {
            String qualified = home.isEmpty() ? name : home + "." + name;
            if (!taken.contains(qualified)) {
                try (Writer writer = filer.createSourceFile(qualified, protocol).openWriter()) {
                    writer.write(home.isEmpty() ? "" : "package " + home + ";\n\n");
                    writer.write(
                            "/** Stands in for what is generated when " + declaration.name() + " has no errors. */\n");
                    writer.write("public final class " + name + " {\n" + body + "}\n");
                }
            }
        }
    }

    /** Returns the names of blocks and labels, by which most states and messages are called. */
    private static Stream<String> stateNames(ProtocolDeclaration declaration) {
        return Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .flatMap(block -> Stream.concat(Stream.of(block.name()), labels(block)));
    }

    private static Stream<String> labels(BlockDeclaration block) {
        return block.steps().stream()
                .filter(MessageStep.class::isInstance)
                .map(step -> ((MessageStep) step).label().value())
                .filter(label -> SourceVersion.isIdentifier(label) && !SourceVersion.isKeyword(label))
                .map(label -> label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1));
    }

    /** Returns the names, of several that differ in case only the first. */
    private static Collection<String> distinct(Collection<String> names) {
        TreeMap<String, String> byFoldedName = new TreeMap<>();
        names.forEach(name -> byFoldedName.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return byFoldedName.values();
    }
}
