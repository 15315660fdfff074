package dev.parley.processor.codegen;

import com.palantir.javapoet.JavaFile;
import dev.parley.compiler.CompiledProtocol;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes what is generated for a protocol: the classes of the session and of the roles, and the compiled tables as a resource. */
public final class EndpointWriter {

    private final Filer filer;
    private final Elements elements;

    /** Creates a writer for one compilation. */
    public EndpointWriter(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /**
     * Writes the files, each with the protocol as its only origin.
     *
     * @throws IOException if a file cannot be written, or exists
     */
    public void write(CompiledProtocol compiled, TypeElement protocol) throws IOException {
        for (JavaFile file : EndpointGenerator.generate(compiled, GenerationContext.of(protocol, elements))) {
            String name = file.typeSpec().name();
            String qualified = file.packageName().isEmpty() ? name : file.packageName() + "." + name;
            try (Writer writer = filer.createSourceFile(qualified, protocol).openWriter()) {
                file.writeTo(writer);
            }
        }
        String resource = GeneratedNames.resource(compiled.declaration());
        try (Writer writer = filer.createResource(StandardLocation.CLASS_OUTPUT, "", resource, protocol)
                .openWriter()) {
            for (String line : SpecText.lines(compiled)) {
                writer.append(line).append('\n');
            }
        }
    }
}
