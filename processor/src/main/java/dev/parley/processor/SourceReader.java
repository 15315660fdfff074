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

    private final TypeElement protocol;
    private final Findings findings = new Findings();

    private SourceReader(TypeElement protocol) {
        this.protocol = protocol;
    }

    static Reading read(TypeElement protocol) {
        return new SourceReader(protocol).read();
    }

    private Reading read() {
        ProtocolShape.check(protocol, findings);
        // The members of a class or record would each be an error, and none of them would be the one to mend.
        Findings inside = protocol.getKind() == ElementKind.INTERFACE ? findings : new Findings();
        ProtocolDeclaration declaration = declaration(inside);
        return new Reading(declaration, findings.whole(), findings.typesMissing(), findings.diagnostics());
    }

    private ProtocolDeclaration declaration(Findings inside) {
        NestedName name = NestedName.of(protocol);
        NestedTypes nested = NestedTypes.of(protocol, inside);
        RoleReader roles = new RoleReader(protocol, inside);
        BlockReader blocks = new BlockReader(nested, inside);
        return new ProtocolDeclaration(
                name.packageName(),
                name.simpleNames(),
                nested.roles().stream().map(roles::read).toList(),
                blocks.read(protocol),
                nested.blocks().stream().map(blocks::read).toList(),
                new EdgeReader(new ReferenceReader(nested, inside)).read(protocol),
                ElementOrigin.of(protocol));
    }
}
