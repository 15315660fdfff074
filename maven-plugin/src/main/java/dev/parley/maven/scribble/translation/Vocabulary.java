package dev.parley.maven.scribble.translation;

import dev.parley.compiler.diagnostic.Suggestions;
import dev.parley.compiler.protocol.TypeRef;
import dev.parley.maven.scribble.syntax.GlobalProtocol;
import dev.parley.maven.scribble.syntax.Name;
import dev.parley.maven.scribble.syntax.Problem;
import dev.parley.maven.scribble.syntax.ScribbleModule;
import dev.parley.maven.scribble.syntax.ScribbleModule.Import;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import dev.parley.maven.scribble.syntax.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the names in a module mean: its own types, messages and protocols, and those of the modules that it imports. */
final class Vocabulary {

    private final ScribbleModule module;
    private final Modules modules;
    private final List<Problem> problems;
    private final PayloadTypes types;

    Vocabulary(ScribbleModule module, Modules modules, List<Problem> problems, PayloadTypes types) {
        this.module = module;
        this.modules = modules;
        this.problems = problems;
        this.types = types;
    }

    ScribbleModule module() {
        return module;
    }

    /** A protocol, and what the names in it mean. */
    record Found(GlobalProtocol protocol, Vocabulary vocabulary) {}

    /** Returns the protocol of a name, with a problem where there is none. */
    Optional<Found> protocol(Name name) {
        Optional<Found> found = own(name.text()).or(() -> imported(name));
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>();
            module.protocols().forEach(each -> known.add(each.name()));
            problems.add(Problem.refusal(
                    name.place(),
                    "there is no protocol " + name + " in this module or in one that it imports"
                            + didYouMean(name, known)));
        }
        return found;
    }

    private Optional<Found> own(String name) {
        String simple = module.name()
                .filter(self -> name.startsWith(self.text() + "."))
                .map(self -> name.substring(self.text().length() + 1))
                .orElse(name);
        return module.protocols().stream()
                .filter(each -> each.name().equals(simple))
                .findFirst()
                .map(each -> new Found(each, this));
    }

    private Optional<Found> imported(Name name) {
        for (Import each : module.imports()) {
            String member = each.member().orElse("");
            String prefix = each.alias() + ".";
            if (member.isEmpty() && name.text().startsWith(prefix)) {
                return in(each, name.text().substring(prefix.length()));
            } else if (!member.isEmpty() && name.text().equals(each.alias())) {
                return in(each, member);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> in(Import from, String protocol) {
        return modules.find(from.module())
                .flatMap(found -> new Vocabulary(found, modules, problems, types).own(protocol));
    }

    /** Returns the message that is declared by the name. */
    Optional<Draft.Signature> message(Name name) {
        return declared(name, true).map(each -> {
            TypeRef type = types.external(each, module);
            return new Draft.Signature(each.alias(), List.of(new Draft.Value("message", type)));
        });
    }

    /** Returns the type of a name, with a problem where there is none. */
    Optional<TypeRef> type(Name name) {
        Optional<TypeRef> found = declared(name, false)
                .map(each -> types.external(each, module))
                .or(() -> PayloadTypes.builtIn(name.text()));
        if (found.isEmpty() && module.language() == Language.NUSCR) {
            return Optional.of(
                    name.text().contains(".")
                            ? PayloadTypes.java(name.text())
                            : types.stub(name.text(), "type " + name + " of " + module.file()));
        }
        if (found.isEmpty()) {
            List<String> known =
                    module.types().stream().map(TypeDeclaration::alias).toList();
            problems.add(Problem.refusal(
                    name.place(),
                    "the type " + name + " is not declared" + didYouMean(name, known)
                            + "; declare it: type <java> \"its.Class\" from \"its/Class.java\" as " + name + ";"));
        }
        return found;
    }

    private Optional<TypeDeclaration> declared(Name name, boolean message) {
        return module.types().stream()
                .filter(each -> each.message() == message && each.alias().equals(name.text()))
                .findFirst()
                .map(this::checked);
    }

    private TypeDeclaration checked(TypeDeclaration declaration) {
        if (!PayloadTypes.isNameable(declaration)) {
            problems.add(Problem.refusal(
                    declaration.place(), "\"" + declaration.external() + "\" is not the name of a Java type"));
        }
        return declaration;
    }

    static String didYouMean(Name name, List<String> known) {
        return Suggestions.nearest(name.text(), known)
                .map(near -> " (did you mean " + near + "?)")
                .orElse("");
    }
}
