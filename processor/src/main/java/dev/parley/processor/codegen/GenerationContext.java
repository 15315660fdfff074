package dev.parley.processor.codegen;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What generated code can see and must know of the place it goes to.
 *
 * @param isPublic whether the generated classes are public: where the protocol is
 * @param marksGenerated whether {@code javax.annotation.processing.Generated} can be seen
 * @param marksNullness whether JSpecify's annotations can be seen
 * @param shadowsJavaLang whether the package has types of its own that are named like types of {@code java.lang}
 * @param seesProtocol whether the protocol's interface can be seen, with its roles and blocks where they belong
 */
public record GenerationContext(
        boolean isPublic,
        boolean marksGenerated,
        boolean marksNullness,
        boolean shadowsJavaLang,
        boolean seesProtocol) {

    /** Returns the context where the protocol's interface has errors. */
    public GenerationContext ofBrokenProtocol() {
        return new GenerationContext(isPublic, marksGenerated, marksNullness, shadowsJavaLang, false);
    }

    /** Returns the context of code generated beside the given protocol. */
    public static GenerationContext of(TypeElement protocol, Elements elements) {
        PackageElement home = elements.getPackageOf(protocol);
        ModuleElement module = elements.getModuleOf(protocol);
        return new GenerationContext(
                isPublic(protocol),
                sees("javax.annotation.processing.Generated", module, elements),
                sees("org.jspecify.annotations.Nullable", module, elements),
                shadowsJavaLang(home, elements),
                true);
    }

    private static boolean isPublic(TypeElement protocol) {
        for (Element element = protocol; element instanceof TypeElement; element = element.getEnclosingElement()) {
            // The members of an interface carry their modifier even where the text leaves it out.
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sees(String type, ModuleElement from, Elements elements) {
        return elements.getTypeElement(from, type) != null;
    }

    private static boolean shadowsJavaLang(PackageElement home, Elements elements) {
        return home.getEnclosedElements().stream()
                .anyMatch(type -> elements.getTypeElement("java.lang." + type.getSimpleName()) != null);
    }

    /** Returns the modifiers of a top-level type. */
    Modifier[] modifiers() {
        return isPublic ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL} : new Modifier[] {Modifier.FINAL};
    }
}
