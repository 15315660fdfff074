package dev.parley.maven.compare;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.maven.Compilation;
import dev.parley.maven.bytecode.ProtocolScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Versions of protocols, from their source. */
final class Versions {

    private Versions() {}

    /** Returns the protocols among the given source files. */
    static List<ProtocolVersion> of(Path directory, String... sources) {
        try {
            Path classes = Compilation.withoutProcessor(Files.createTempDirectory(directory, "version"), sources);
            List<ProtocolVersion> versions = new ArrayList<>();
            for (Result<ProtocolDeclaration> read : new ProtocolScanner(List.of(classes)).scan(classes)) {
                Result<CompiledProtocol> result = read.then(ProtocolCompiler::compile);
                if (result.hasErrors()) {
                    throw new AssertionError(result.diagnostics());
                }
                versions.add(ProtocolVersion.of(result.value().orElseThrow()));
            }
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the source of a protocol in package {@code shop} between Client and Server, with the given members and annotations. */
    static String protocol(String name, String annotations, String members) {
        return """
                package shop;

                import dev.parley.annotation.*;
                import java.util.*;

                @Protocol
                %s
                public interface %s {
                    @Role interface Client {}
                    @Role interface Server {}
                %s
                }
                """.formatted(annotations, name, members);
    }
}
