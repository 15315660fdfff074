package dev.parley.processor;

import dev.parley.compiler.protocol.ProtocolDeclaration;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Reads a protocol from the source that is being compiled.
 *
 * <p>It reports what only the source shows; what can be said of any declaration is left to the compiler's checks. Types
 * that do not exist are left to the Java compiler, which reports them itself.
 */
final class SourceReader {

    private SourceReader() {}

    static Reading read(TypeElement protocol) {
        Findings findings = new Findings();
        // The members of a class or record would each be an error, and none of them would be the one to mend.
        Findings inside = protocol.getKind() == ElementKind.INTERFACE ? findings : new Findings();
        ProtocolShape.check(protocol, findings);
        Others others = new Others(protocol, inside);
        ProtocolDeclaration declaration = declaration(protocol, inside, others);
        ProtocolDeclaration whole = declaration.withOthers(others.read(declaration));
        return new Reading(whole, others.elements(), findings.whole(), findings.typesMissing(), findings.diagnostics());
    }

    /** Reads a protocol that another one names. */
    static ProtocolDeclaration read(TypeElement protocol, Findings findings, Others others) {
        ProtocolShape.check(protocol, findings);
        return declaration(protocol, findings, others);
    }

    private static ProtocolDeclaration declaration(TypeElement protocol, Findings findings, Others others) {
        NestedName name = NestedName.of(protocol);
        NestedTypes nested = NestedTypes.of(protocol, findings);
        RoleReader roles = new RoleReader(protocol, findings);
        BlockReader blocks = new BlockReader(nested, others, findings);
        return new ProtocolDeclaration(
                name.packageName(),
                name.simpleNames(),
                nested.roles().stream().map(roles::read).toList(),
                blocks.read(protocol),
                nested.blocks().stream().map(blocks::read).toList(),
                new EdgeReader(new ReferenceReader(nested, findings)).read(protocol),
                ElementOrigin.of(protocol));
    }
}
