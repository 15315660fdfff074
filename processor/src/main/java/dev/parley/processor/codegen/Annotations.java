package dev.parley.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Stream;

/** Annotations of generated code. */
final class Annotations {

    private Annotations() {}

    /** Returns the annotations of a top-level type. */
    static List<AnnotationSpec> ofTopLevel(GenerationContext context) {
        // All but the second are for what a payload type may be, the second is for payload types and the runtime.
        AnnotationSpec suppressed = suppress("deprecation", "exports", "rawtypes", "removal");
        AnnotationSpec generated = AnnotationSpec.builder(RuntimeTypes.GENERATED)
                .addMember("value", "$S", "dev.parley.processor.ProtocolProcessor")
                .build();
        return context.marksGenerated() ? List.of(generated, suppressed) : List.of(suppressed);
    }

    /** Returns what makes compilers silent about the given kinds of problems. */
    static AnnotationSpec suppress(String... kinds) {
        CodeBlock list = Stream.of(kinds).map(kind -> CodeBlock.of("$S", kind)).collect(CodeBlock.joining(", "));
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", kinds.length == 1 ? "$L" : "{$L}", list)
                .build();
    }
}
