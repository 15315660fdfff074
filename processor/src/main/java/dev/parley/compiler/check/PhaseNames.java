package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A phase has a name that people can tell from the others. */
final class PhaseNames implements DeclarationCheck {

    private static final Pattern WORDS = Pattern.compile("[\\w.-]+( [\\w.-]+)*", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        phases(declaration).forEach(phase -> {
            String other = known.putIfAbsent(phase.name().toLowerCase(Locale.ROOT), phase.name());
            if (!WORDS.matcher(phase.name()).matches()) {
                found.add(Diagnostic.of(
                                DiagnosticId.PHASE_NAME,
                                phase.origin(),
                                "\"" + phase.name() + "\" cannot be the name of a phase")
                        .hint("a phase is named by words of letters, digits and . _ -, with one blank between them"));
            } else if (other != null && !other.equals(phase.name())) {
                found.add(Diagnostic.of(
                                DiagnosticId.PHASE_NAME,
                                phase.origin(),
                                "the phases " + other + " and " + phase.name() + " differ in case only")
                        .hint("write " + other + " if you mean the same phase, or choose another name"));
            }
        });
        return found;
    }

    private static Stream<Phase> phases(ProtocolDeclaration declaration) {
        return Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .flatMap(block -> Stream.concat(
                        block.phase().stream(), block.steps().stream().flatMap(step -> step.marks().phase().stream())));
    }
}
