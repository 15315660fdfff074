package dev.parley.maven.report;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.maven.bytecode.ClassOrigin;
import java.util.Optional;

/**
 * A protocol of the module, whether it compiles or not.
 *
 * @param qualifiedName the interface's name with its package, such as {@code shop.TwoBuyer}; of a protocol that could not be read, the element that is wrong with it
 * @param sourceFile the file it was written in, relative to a folder of sources, such as {@code shop/TwoBuyer.java}, where that is known
 * @param result what came of compiling it
 */
public record ReportedProtocol(String qualifiedName, Optional<String> sourceFile, Result<CompiledProtocol> result) {

    /** Compiles a protocol as far as it could be read. */
    public static ReportedProtocol of(Result<ProtocolDeclaration> read) {
        Origin origin = read.value()
                .map(ProtocolDeclaration::origin)
                .orElseGet(() -> read.diagnostics().get(0).origin());
        Optional<ClassOrigin> element = origin instanceof ClassOrigin found ? Optional.of(found) : Optional.empty();
        return new ReportedProtocol(
                read.value()
                        .map(ProtocolDeclaration::qualifiedName)
                        .orElseGet(() -> element.map(ClassOrigin::name).orElseGet(origin::description)),
                element.flatMap(ClassOrigin::sourceFile),
                read.then(ProtocolCompiler::compile));
    }

    /** Returns the interface's own name. */
    String simpleName() {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** Returns the compiled protocol, unless it has errors. */
    Optional<CompiledProtocol> sound() {
        return result.hasErrors() ? Optional.empty() : result.value();
    }
}
