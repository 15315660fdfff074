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
import dev.parley.compiler.machine.State;
import dev.parley.processor.codegen.RoleModel.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The sealed type of all that may arrive in a state, and {@code match}, which tells them apart on any Java version. */
final class ReceivedType {

    /** A method takes 255 slots, its own object among them (JVMS 4.11). */
    static final int MAX_MATCH = 254;

    private final RoleModel model;
    private final TypeNames names;
    private final TypeVariableName result;

    ReceivedType(RoleModel model, GenerationContext context) {
        this.model = model;
        names = model.names();
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

    TypeSpec type(State state) {
        ClassName owner = model.typeOf(state).orElseThrow();
        List<ClassName> alternatives = alternatives(state);
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(names.received(owner))
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addPermittedSubclasses(alternatives);
        if (alternatives.size() > MAX_MATCH) {
            return type.addJavadoc(
                            "What may arrive in {@link $T}. It has no {@code match}, because a Java method takes no more than $L"
                                    + " functions: use {@code switch} or {@code instanceof}.\n",
                            owner,
                            MAX_MATCH)
                    .build();
        }
        return type.addJavadoc("What may arrive in {@link $T}.\n", owner)
                .addMethod(match(owner, alternatives))
                .addType(cases(owner))
                .build();
    }

    /** Makes a class one of what may arrive in several states. */
    static void implement(TypeSpec.Builder type, List<ClassName> received) {
        received.forEach(type::addSuperinterface);
        if (received.size() > 1) {
            // Each has a match of its own. Nobody calls it on what has arrived.
            type.addAnnotation(Annotations.suppress("overloads"));
        }
    }

    private List<ClassName> alternatives(State state) {
        List<ClassName> alternatives = model.receivable(state).stream()
                .map(MessageType::name)
                .collect(Collectors.toCollection(ArrayList::new));
        if (state.accepting()) {
            alternatives.add(names.ended());
        }
        return alternatives;
    }

    private MethodSpec match(ClassName owner, List<ClassName> alternatives) {
        TypeVariableName failure = names.failureVariable();
        MethodSpec.Builder method = MethodSpec.methodBuilder("match")
                .addJavadoc("Applies the function for what arrived, and returns its result.\n")
                .addAnnotation(CAN_IGNORE_RETURN_VALUE)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addTypeVariable(result)
                .addTypeVariable(failure)
                .returns(result)
                .addException(failure);
        NameAllocator parameters = new NameAllocator();
        List<String> functions = new ArrayList<>();
        for (ClassName alternative : alternatives) {
            String function = parameters.newName(Words.decapitalise(alternative.simpleName()));
            functions.add(function);
            method.addParameter(caseOf(owner, alternative, result, failure), function);
        }
        String message = parameters.newName("message");
        int last = alternatives.size() - 1;
        for (int i = 0; i < last; i++) {
            method.beginControlFlow("if (this instanceof $T $N)", alternatives.get(i), message)
                    .addStatement("return $N.apply($N)", functions.get(i), message)
                    .endControlFlow();
        }
        return method.addStatement("return $N.apply(($T) this)", functions.get(last), alternatives.get(last))
                .build();
    }

    private TypeName caseOf(ClassName owner, TypeName... arguments) {
        return ParameterizedTypeName.get(names.cases(owner), arguments);
    }

    /**
     * A type of function for each state, not {@code java.util.function.Function} for all: a message that may arrive in several
     * states inherits several {@code match}, and their erasures must differ.
     */
    private TypeSpec cases(ClassName owner) {
        TypeVariableName message = names.messageVariable();
        TypeVariableName failure = names.failureVariable();
        return TypeSpec.interfaceBuilder(names.cases(owner))
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
