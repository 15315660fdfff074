package dev.parley.maven.scribble.java;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.maven.scribble.syntax.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a protocol as an annotated interface: roles first, then the steps, then the blocks in the order in which they are
 * come to.
 */
public final class ProtocolSource {

    private final ProtocolDeclaration protocol;
    private final TypeImports imports;
    private final List<String> lines = new ArrayList<>();

    private ProtocolSource(ProtocolDeclaration protocol) {
        this.protocol = protocol;
        Set<String> own = new TreeSet<>(Set.of(protocol.name()));
        protocol.roles().forEach(role -> own.add(role.name().value()));
        protocol.blocks().forEach(block -> own.add(block.name()));
        this.imports = new TypeImports(protocol.packageName(), own);
    }

    /** Returns the source file of a protocol without configured edges; comments come from the places among its origins. */
    public static String of(ProtocolDeclaration protocol) {
        return new ProtocolSource(protocol).write();
    }

    /** Returns text such that it can stand in a Javadoc comment. */
    public static String inJavadoc(String text) {
        return Javadoc.escaped(text);
    }

    private String write() {
        writeProtocol();
        StringBuilder file = new StringBuilder();
        if (!protocol.packageName().isEmpty()) {
            file.append("package ").append(protocol.packageName()).append(";\n\n");
        }
        imports.lines().forEach(line -> file.append(line).append('\n'));
        file.append('\n');
        lines.forEach(line -> file.append(line).append('\n'));
        return file.toString();
    }

    private void writeProtocol() {
        writeComment("", protocol.origin());
        lines.add("@" + imports.annotation("Protocol"));
        writeChoice("", protocol.name() + ".", protocol.main());
        lines.add("public interface " + protocol.name() + " {");
        protocol.roles().stream()
                .sorted(Comparator.comparingInt(ProtocolSource::position))
                .forEach(this::writeRole);
        writeSteps("    ", protocol.main());
        inOrder().forEach(this::writeBlock);
        lines.add("}");
    }

    private static int position(RoleDeclaration role) {
        return role.origin() instanceof Place place ? place.line() * 10_000 + place.column() : 0;
    }

    private void writeRole(RoleDeclaration role) {
        lines.add("");
        writeComment("    ", role.origin());
        lines.add("    @" + imports.annotation("Role"));
        lines.add("    interface " + role.name() + " {}");
    }

    private void writeBlock(BlockDeclaration block) {
        lines.add("");
        writeComment("    ", block.origin());
        writeChoice("    ", "", block);
        lines.add("    interface " + block.name() + " {");
        writeSteps("        ", block);
        lines.add("    }");
    }

    /** Writes who chooses; {@code scope} is how the roles are reached from where the annotation stands. */
    private void writeChoice(String indent, String scope, BlockDeclaration block) {
        block.choiceAt()
                .ifPresent(role -> lines.add(
                        indent + "@" + imports.annotation("Choice") + "(at = " + scope + role.name() + ".class)"));
    }

    private void writeSteps(String indent, BlockDeclaration block) {
        for (Step step : block.steps()) {
            lines.add("");
            writeComment(indent, step.origin());
            if (step instanceof MessageStep message) {
                lines.add(indent + annotation(message));
            }
            lines.add(indent + result(step.next()) + " " + step.method() + "(" + parameters(step) + ");");
        }
    }

    private String annotation(MessageStep message) {
        String to = message.to().stream().map(role -> role.name() + ".class").collect(Collectors.joining(", "));
        String label = message.method().equals(message.label().value()) ? "" : ", label = \"" + message.label() + "\"";
        return "@" + imports.annotation("Message") + "(from = " + message.from().name() + ".class, to = "
                + (message.to().size() == 1 ? to : "{" + to + "}") + label + ")";
    }

    private String parameters(Step step) {
        return step instanceof MessageStep message
                ? message.payload().stream().map(this::parameter).collect(Collectors.joining(", "))
                : "";
    }

    private String parameter(Parameter parameter) {
        return imports.type(parameter.type()) + " " + parameter.name();
    }

    private String result(Continuation next) {
        if (next instanceof Continuation.Block block) {
            return block.block().name();
        }
        return next instanceof Continuation.End ? imports.annotation("End") : "void";
    }

    private void writeComment(String indent, Origin origin) {
        if (origin instanceof Place place) {
            Javadoc.lines(place.comments()).forEach(line -> lines.add(indent + line));
        }
    }

    /** Returns the nested blocks, those that the text comes to first before the others. */
    private Set<BlockDeclaration> inOrder() {
        Set<BlockDeclaration> found = new LinkedHashSet<>();
        Deque<BlockDeclaration> open = new ArrayDeque<>(List.of(protocol.main()));
        while (!open.isEmpty()) {
            for (Step step : open.remove().steps()) {
                if (step.next() instanceof Continuation.Block next) {
                    Reference reference = next.block();
                    protocol.blocks().stream()
                            .filter(block -> block.name().equals(reference.name()))
                            .filter(found::add)
                            .forEach(open::add);
                }
            }
        }
        found.addAll(protocol.blocks());
        return found;
    }
}
