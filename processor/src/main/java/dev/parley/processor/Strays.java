package dev.parley.processor;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds words of the language outside any protocol, where nothing would read them: mostly {@code @Protocol} was forgotten. */
final class Strays {

    private static final List<String> WORDS = List.of(
            AnnotationNames.ROLE,
            AnnotationNames.MESSAGE,
            AnnotationNames.CHOICE,
            AnnotationNames.PARALLEL,
            AnnotationNames.FOR_EACH,
            AnnotationNames.ADMITS,
            AnnotationNames.FAMILY,
            AnnotationNames.QUORUM,
            AnnotationNames.TIMEOUT,
            AnnotationNames.ON_CRASH,
            AnnotationNames.GUARD,
            AnnotationNames.PHASE,
            AnnotationNames.INCLUDE,
            AnnotationNames.EDGE,
            AnnotationNames.EDGES);

    private Strays() {}

    /** Returns an error for each type with such words among the sources that a round has come with. */
    static List<Diagnostic> find(RoundEnvironment round, Elements elements) {
        Map<Element, Diagnostic> byType = new LinkedHashMap<>();
        for (String word : WORDS) {
            TypeElement annotation = elements.getTypeElement(word);
            if (annotation != null) {
                round.getElementsAnnotatedWith(annotation).stream()
                        .filter(element -> !isInProtocol(element))
                        .map(Strays::outermost)
                        .forEach(type -> byType.computeIfAbsent(type, key -> stray(key, annotation)));
            }
        }
        return List.copyOf(byType.values());
    }

    private static boolean isInProtocol(Element element) {
        return Enclosing.typesAround(element).anyMatch(type -> Annotated.isPresent(type, AnnotationNames.PROTOCOL));
    }

    /** Returns the outermost interface around an element or, where it stands in classes only, the outermost class. */
    private static Element outermost(Element element) {
        List<Element> around = Enclosing.typesAround(element).toList();
        return around.stream()
                .filter(type -> type.getKind() == ElementKind.INTERFACE)
                .reduce((inner, outer) -> outer)
                .orElseGet(() -> around.get(around.size() - 1));
    }

    private static Diagnostic stray(Element type, TypeElement annotation) {
        String name = type.getSimpleName().toString();
        return Diagnostic.of(
                        DiagnosticId.PROTOCOL_MISSING,
                        ElementOrigin.of(type),
                        "@" + annotation.getSimpleName() + " is used in " + name + ", which is no protocol")
                .hint("annotate " + name + " with @Protocol");
    }
}
