package dev.parley.processor.codegen;

import com.palantir.javapoet.JavaFile;
import dev.parley.compiler.CompiledProtocol;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes what is generated for a protocol: the classes of the session and of the roles, and the compiled tables as a resource. */
public final class EndpointWriter {

    private final Filer filer;

    /** Creates a writer for one compilation. */
    public EndpointWriter(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes the files.
     *
     * @param origins the protocol, and those that it names
     * @throws IOException if a file cannot be written, or exists
     */
    public void write(CompiledProtocol compiled, GenerationContext context, TypeElement... origins) throws IOException {
        for (JavaFile file : EndpointGenerator.generate(compiled, context)) {
            String name = file.typeSpec().name();
            String qualified = file.packageName().isEmpty() ? name : file.packageName() + "." + name;
            try (Writer writer = filer.createSourceFile(qualified, origins).openWriter()) {
                file.writeTo(writer);
            }
        }
        String resource = GeneratedNames.resource(compiled.declaration());
        try (Writer writer = filer.createResource(StandardLocation.CLASS_OUTPUT, "", resource, origins)
                .openWriter()) {
            for (String line : SpecText.lines(compiled)) {
                writer.append(line).append('\n');
            }
        }
    }
}
