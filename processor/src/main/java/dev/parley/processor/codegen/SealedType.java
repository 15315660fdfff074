package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.NULLABLE;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A sealed type of alternatives, and {@code match}, which tells them apart on any Java version. */
final class SealedType {

    /** A method takes 255 slots, its own object among them (JVMS 4.11). */
    static final int MAX_MATCH = 254;

    private final TypeNames names;
    private final TypeVariableName result;

    SealedType(TypeNames names, GenerationContext context) {
        this.names = names;
        result = result(context);
    }

    /** What a function returns may be null. */
    private TypeVariableName result(GenerationContext context) {
        TypeVariableName plain = names.resultVariable();
        return context.marksNullness()
                ? plain.withBounds(ClassName.OBJECT.annotated(
                        AnnotationSpec.builder(NULLABLE).build()))
                : plain;
    }

    /**
     * Returns the type.
     *
     * @param name its name
     * @param what what its alternatives are, as the beginning of a sentence
     * @param alternatives the classes
     * @param general those that others of them extend
     */
    TypeSpec type(ClassName name, CodeBlock what, List<ClassName> alternatives, Set<ClassName> general) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addPermittedSubclasses(alternatives);
        if (alternatives.size() > MAX_MATCH) {
            return type.addJavadoc(
                            "$L. It has no {@code match}, because a Java method takes no more than $L"
                                    + " functions: use {@code switch} or {@code instanceof}.\n",
                            what,
                            MAX_MATCH)
                    .build();
        }
        return type.addJavadoc("$L.\n", what)
                .addMethod(match(name, alternatives, general))
                .addType(cases(name))
                .build();
    }

    /** Makes a class one of the alternatives of several types. */
    static void implement(TypeSpec.Builder type, List<ClassName> sealed) {
        sealed.forEach(type::addSuperinterface);
        if (sealed.size() > 1) {
            // Each has a match of its own. Nobody calls it on what has arrived.
            type.addAnnotation(Annotations.suppress("overloads"));
        }
    }

    private MethodSpec match(ClassName type, List<ClassName> alternatives, Set<ClassName> general) {
        TypeVariableName failure = names.failureVariable();
        MethodSpec.Builder method = MethodSpec.methodBuilder("match")
                .addJavadoc("Applies the function for what this is, and returns its result.\n")
                .addAnnotation(CAN_IGNORE_RETURN_VALUE)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addTypeVariable(result)
                .addTypeVariable(failure)
                .returns(result)
                .addException(failure);
        NameAllocator parameters = new NameAllocator();
        for (ClassName alternative : alternatives) {
            String function = Words.decapitalise(alternative.simpleName());
            method.addParameter(caseOf(type, alternative, result, failure), parameters.newName(function, alternative));
        }
        String message = parameters.newName("message");
        List<ClassName> tested = Stream.concat(
                        alternatives.stream().filter(each -> !general.contains(each)),
                        alternatives.stream().filter(general::contains))
                .toList();
        int last = tested.size() - 1;
        for (ClassName alternative : tested.subList(0, last)) {
            method.beginControlFlow("if (this instanceof $T $N)", alternative, message)
                    .addStatement("return $N.apply($N)", parameters.get(alternative), message)
                    .endControlFlow();
        }
        return method.addStatement("return $N.apply(($T) this)", parameters.get(tested.get(last)), tested.get(last))
                .build();
    }

    private TypeName caseOf(ClassName type, TypeName... arguments) {
        return ParameterizedTypeName.get(names.cases(type), arguments);
    }

    /**
     * A type of function for each sealed type, not {@code java.util.function.Function} for all: a message that may arrive in several
     * states inherits several {@code match}, and their erasures must differ.
     */
    private TypeSpec cases(ClassName type) {
        TypeVariableName message = names.messageVariable();
        TypeVariableName failure = names.failureVariable();
        return TypeSpec.interfaceBuilder(names.cases(type))
                .addJavadoc(CodeBlock.builder()
                        .add("What to do with one of the messages.\n\n")
                        .add("@param <$L> the message\n", message)
                        .add("@param <$L> the result\n", result)
                        .add("@param <$L> what may be thrown\n", failure)
                        .build())
                .addAnnotation(FunctionalInterface.class)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariables(List.of(message, result, failure))
                .addMethod(MethodSpec.methodBuilder("apply")
                        .addJavadoc("Goes on with the message.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(result)
                        .addParameter(message, "message")
                        .addException(failure)
                        .build())
                .build();
    }
}
