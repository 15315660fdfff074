package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.PAYLOAD_TYPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.SeatType;
import dev.parley.compiler.protocol.TypeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Reads the parameters of a message. Wherever a type cannot be used, {@code Object} stands in for it, so that the rest
 * of the protocol can be judged and generated all the same.
 */
final class PayloadReader {

    private static final TypeRef OBJECT = new TypeRef.Declared("java.lang", List.of("Object"), List.of());

    private final PackageElement home;
    private final Others others;
    private final Findings findings;

    PayloadReader(TypeElement protocol, Others others, Findings findings) {
        this.home = Enclosing.packageOf(protocol);
        this.others = others;
        this.findings = findings;
    }

    List<Parameter> read(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> new Parameter(
                        parameter.getSimpleName().toString(), type(parameter), ElementOrigin.of(parameter)))
                .toList();
    }

    private TypeRef type(VariableElement parameter) {
        Visitor visitor = new Visitor();
        TypeRef type = visitor.visit(parameter.asType());
        SeatType.of(type).ifPresent(seat -> noteProtocols(parameter));
        visitor.problem.ifPresent(problem -> findings.report(Diagnostic.of(
                        PAYLOAD_TYPE, ElementOrigin.of(parameter), parameter.getSimpleName() + " " + problem)
                .hint("payload types are named by the generated code in the protocol's package; use one it can see")));
        return type;
    }

    /** The arguments of a seat's type are nested in the protocol whose role it is. */
    private void noteProtocols(VariableElement parameter) {
        ((DeclaredType) parameter.asType())
                .getTypeArguments().stream()
                        .filter(DeclaredType.class::isInstance)
                        .map(argument -> Enclosing.of(((DeclaredType) argument).asElement()))
                        .filter(around -> Annotated.isPresent(around, AnnotationNames.PROTOCOL))
                        .forEach(protocol -> others.add((TypeElement) protocol, ElementOrigin.of(parameter)));
    }

    /** Reads one parameter's type. Of several problems the first is kept: they are about one type. */
    private final class Visitor extends SimpleTypeVisitor14<TypeRef, Void> {

        private Optional<String> problem = Optional.empty();

        @Override
        public TypeRef visitPrimitive(PrimitiveType type, Void unused) {
            return TypeRef.Primitive.valueOf(type.getKind().name());
        }

        @Override
        public TypeRef visitArray(ArrayType type, Void unused) {
            return new TypeRef.Array(visit(type.getComponentType()));
        }

        @Override
        public TypeRef visitWildcard(WildcardType type, Void unused) {
            if (type.getExtendsBound() != null) {
                return new TypeRef.Wildcard(TypeRef.Bound.EXTENDS, visit(type.getExtendsBound()));
            }
            if (type.getSuperBound() != null) {
                return new TypeRef.Wildcard(TypeRef.Bound.SUPER, visit(type.getSuperBound()));
            }
            return new TypeRef.Wildcard(TypeRef.Bound.NONE, OBJECT);
        }

        @Override
        public TypeRef visitDeclared(DeclaredType type, Void unused) {
            if (isInner(type.asElement())
                    && type.getEnclosingType() instanceof DeclaredType enclosing
                    && !enclosing.getTypeArguments().isEmpty()) {
                return unusable("is of an inner class of the parameterized type " + enclosing);
            }
            for (Element each = type.asElement(); each instanceof TypeElement; each = Enclosing.of(each)) {
                if (!isVisible(each)) {
                    return unusable("is of type " + type + ", and " + each.getSimpleName() + " is " + visibility(each));
                }
            }
            NestedName name = NestedName.of((TypeElement) type.asElement());
            return new TypeRef.Declared(
                    name.packageName(),
                    name.simpleNames(),
                    type.getTypeArguments().stream().map(this::visit).toList());
        }

        /** The compiler says itself that the type is missing. */
        @Override
        public TypeRef visitError(ErrorType type, Void unused) {
            findings.missingPayload();
            return OBJECT;
        }

        /** A type variable, whose declaration is refused, or what the compiler refuses as a parameter's type. */
        @Override
        protected TypeRef defaultAction(TypeMirror type, Void unused) {
            return OBJECT;
        }

        private TypeRef unusable(String why) {
            problem = problem.or(() -> Optional.of(why));
            return OBJECT;
        }
    }

    /** Returns whether objects of a type have an enclosing object; compilers tell an enclosing type for others too. */
    private static boolean isInner(Element type) {
        return type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.STATIC);
    }

    private boolean isVisible(Element type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                || (!type.getModifiers().contains(Modifier.PRIVATE)
                        && Enclosing.packageOf(type).equals(home));
    }

    private static String visibility(Element type) {
        if (type.getModifiers().contains(Modifier.PRIVATE)) {
            return "private";
        }
        return type.getModifiers().contains(Modifier.PROTECTED) ? "protected" : "visible in its package only";
    }
}
