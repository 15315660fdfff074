package dev.parley.processor;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import java.util.List;
import java.util.Optional;
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
        ProtocolDeclaration declaration = protocol.getKind() == ElementKind.INTERFACE ? wholeDeclaration() : nameOnly();
        return new Reading(declaration, findings.whole(), findings.typesMissing(), findings.diagnostics());
    }

    private ProtocolDeclaration wholeDeclaration() {
        NestedTypes nested = NestedTypes.of(protocol, findings);
        RoleReader roles = new RoleReader(protocol, findings);
        BlockReader blocks = new BlockReader(nested, findings);
        return declaration(
                nested.roles().stream().map(roles::read).toList(),
                blocks.read(protocol),
                nested.blocks().stream().map(blocks::read).toList(),
                new EdgeReader(new ReferenceReader(nested, findings)).read(protocol));
    }

    /** The members of a class or record would each be an error, and none of them would be the one to mend. */
    private ProtocolDeclaration nameOnly() {
        BlockDeclaration main = new BlockDeclaration(
                protocol.getSimpleName().toString(), Optional.empty(), List.of(), ElementOrigin.of(protocol));
        return declaration(List.of(), main, List.of(), List.of());
    }

    private ProtocolDeclaration declaration(
            List<RoleDeclaration> roles,
            BlockDeclaration main,
            List<BlockDeclaration> blocks,
            List<EdgeDeclaration> edges) {
        NestedName name = NestedName.of(protocol);
        return new ProtocolDeclaration(
                name.packageName(), name.simpleNames(), roles, main, blocks, edges, ElementOrigin.of(protocol));
    }
}
