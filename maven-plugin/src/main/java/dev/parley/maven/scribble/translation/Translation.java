package dev.parley.maven.scribble.translation;

import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.maven.scribble.syntax.GlobalProtocol;
import dev.parley.maven.scribble.syntax.Problem;
import dev.parley.maven.scribble.syntax.ScribbleModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Translates a module: each protocol that stands for itself becomes a declaration, or is refused with all reasons. */
public final class Translation {

    private final ScribbleModule module;
    private final String packageName;
    private final PayloadTypes types;
    private final Modules modules;
    private final List<Problem> problems = new ArrayList<>();
    private final List<ProtocolDeclaration> declarations = new ArrayList<>();
    private final Set<GlobalProtocol> run = Collections.newSetFromMap(new IdentityHashMap<>());

    private Translation(ScribbleModule module, String packageName, Modules modules) {
        this.module = module;
        this.packageName = packageName;
        this.types = new PayloadTypes(packageName);
        this.modules = modules;
    }

    /**
     * What a module became.
     *
     * @param declarations its protocols; the origins in them are places, which hold the comments
     * @param types the types of their payloads
     * @param problems what was found
     */
    public record Translated(List<ProtocolDeclaration> declarations, PayloadTypes types, List<Problem> problems) {

        /** Copies the lists. */
        public Translated {
            declarations = List.copyOf(declarations);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Translates a module.
     *
     * @param packageName the package of its interfaces
     * @param modules where modules that it imports are found
     */
    public static Translated translate(ScribbleModule module, String packageName, Modules modules) {
        return new Translation(module, packageName, modules).translate();
    }

    private Translated translate() {
        checkNames();
        module.protocols().stream().filter(this::standsForItself).forEach(this::translate);
        module.protocols().stream()
                .filter(protocol -> !run.contains(protocol))
                .forEach(protocol -> problems.add(Problem.note(
                        protocol.place(),
                        protocol.name() + " gets no interface: it is only there for others to run"
                                + (protocol.parameters().isEmpty() ? "" : " (it has parameters)")
                                + ", and no protocol of this module does")));
        return new Translated(declarations, types, problems.stream().distinct().toList());
    }

    private boolean standsForItself(GlobalProtocol protocol) {
        return !protocol.auxiliary() && protocol.parameters().isEmpty();
    }

    private void translate(GlobalProtocol protocol) {
        List<Problem> found = new ArrayList<>();
        Vocabulary vocabulary = new Vocabulary(module, modules, found, types);
        Draft main = new Translator(found, run).translate(protocol, vocabulary);
        if (found.stream().noneMatch(Problem::refusal)) {
            declarations.add(new DeclarationBuilder(protocol, main, packageName, found).build());
        }
        problems.addAll(found);
    }

    private void checkNames() {
        List<GlobalProtocol> protocols = module.protocols();
        for (int i = 0; i < protocols.size(); i++) {
            GlobalProtocol protocol = protocols.get(i);
            String name = JavaNames.type(protocol.name());
            protocols.subList(0, i).stream()
                    .filter(other -> JavaNames.type(other.name()).equalsIgnoreCase(name))
                    .findFirst()
                    .ifPresent(other -> problems.add(Problem.refusal(
                            protocol.place(),
                            protocol.name() + " would be called like " + other.name() + " in line "
                                    + other.place().line() + "; rename one of them")));
            long different = protocol.roles().stream()
                    .map(role -> role.text())
                    .distinct()
                    .count();
            if (different < protocol.roles().size()) {
                problems.add(Problem.refusal(protocol.place(), protocol.name() + " has two roles of the same name"));
            }
        }
    }
}
