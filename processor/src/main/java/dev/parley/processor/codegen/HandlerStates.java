package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.EVENT_ENDPOINT;
import static dev.parley.processor.codegen.RuntimeTypes.NULLABLE;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What makes the types of a role's states such that its handler may return them: each calls the handler's method for what happens there. */
final class HandlerStates {

    private final RoleModel model;
    private final TypeNames names;
    private final HandlerNames methods;
    private final GenerationContext context;

    HandlerStates(RoleModel model, HandlerNames methods, GenerationContext context) {
        this.model = model;
        this.names = model.names();
        this.methods = methods;
        this.context = context;
    }

    /** The state before the first: what is handled here is the beginning. */
    TypeSpec beginning() {
        ClassName initial = model.initialType();
        return TypeSpec.classBuilder(names.beginning())
                .addJavadoc("Where the role stands before its handler has started it.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(names.next())
                .addField(names.core(), "core", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(names.core(), "core")
                        .addStatement("this.core = core")
                        .build())
                .addMethod(handle(false)
                        .addStatement(
                                "return core.reached(handler.$N(core.$N()))", methods.start(), CoreClass.enter(initial))
                        .build())
                .addMethod(isStateOf(CodeBlock.of("false")))
                .build();
    }

    /** Makes a class that stands for a state in which the role is to send one that a handler may return, if it may. */
    void addResting(TypeSpec.Builder type, State state) {
        if (methods.mayRestIn(state)) {
            add(type, model.isTimed(state) ? handleTimeout(state) : handleTurn(state));
        }
    }

    /** Makes a class that stands for a state in which the role waits for a message one that a handler may return. */
    void addWaiting(TypeSpec.Builder type, State state) {
        add(type, handleReceived(state));
    }

    private void add(TypeSpec.Builder type, MethodSpec handle) {
        type.superclass(names.next())
                .addMethod(handle)
                .addMethod(isStateOf(CodeBlock.of("core == role && core.state == STATE")));
    }

    /** Makes the class of the role's end one that a handler may return. */
    void addEnd(TypeSpec.Builder type) {
        type.superclass(names.next()).addMethod(isStateOf(CodeBlock.of("core == role")));
    }

    private MethodSpec handleTurn(State state) {
        return handle(false)
                .addStatement("core.checkTurn()")
                .addStatement(
                        "return core.reached(handler.$N(this))",
                        methods.turn(model.typeOf(state).orElseThrow()))
                .build();
    }

    private MethodSpec handleTimeout(State state) {
        Sending sending = model.timedSending(state).orElseThrow();
        ClassName type = model.typeOf(state).orElseThrow();
        String timedOut = methods.timeout(type);
        MethodSpec.Builder handle = handle(true).beginControlFlow("if (core.isTimeUp())");
        if (sending.target().isFinal()) {
            handle.addStatement("$T over = $N()", names.ended(), sending.method())
                    .addStatement("handler.$N()", timedOut)
                    .addStatement("return over");
        } else {
            handle.addStatement("return core.reached(handler.$N($N()))", timedOut, sending.method());
        }
        return handle.endControlFlow()
                .addStatement("return core.isPrompted() ? core.reached(handler.$N(this)) : null", methods.turn(type))
                .build();
    }

    private MethodSpec handleReceived(State state) {
        MethodSpec.Builder handle = handle(true)
                .addStatement("$T received = tryReceive()", received(state))
                .beginControlFlow("if (received == null)")
                .addStatement("return null")
                .endControlFlow();
        if (state.accepting()) {
            handle.beginControlFlow("if (received instanceof $T over)", names.ended())
                    .addStatement("handler.$N()", methods.ended())
                    .addStatement("return over")
                    .endControlFlow();
        }
        return handle.addCode(call(state)).build();
    }

    /** Returns what {@code tryReceive} gives. */
    private ClassName received(State state) {
        return model.hasAlternatives(state)
                ? names.received(model.typeOf(state).orElseThrow())
                : model.messageType(state.transitions().get(0)).name();
    }

    private CodeBlock call(State state) {
        List<MessageType> messages = model.receivable(state);
        if (messages.size() == 1) {
            MessageType only = messages.get(0);
            return only.target().isFinal()
                    ? CodeBlock.builder()
                            .addStatement(handled(state, only))
                            .addStatement("return $L", end())
                            .build()
                    : CodeBlock.builder()
                            .addStatement("return $L", handled(state, only))
                            .build();
        }
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (core.message) {\n$>");
        for (int i = 0; i < messages.size(); i++) {
            MessageType message = messages.get(i);
            code.add(
                    i == messages.size() - 1
                            ? CodeBlock.of("default")
                            : CodeBlock.of("case $T.MESSAGE", message.name()));
            if (message.target().isFinal()) {
                code.add(" -> {\n$>$L;\nyield $L;\n$<}\n", handled(state, message), end());
            } else {
                code.add(" -> $L;\n", handled(state, message));
            }
        }
        return code.add("$<};\n").build();
    }

    private CodeBlock handled(State state, MessageType message) {
        CodeBlock received =
                model.hasAlternatives(state) ? CodeBlock.of("($T) received", message.name()) : CodeBlock.of("received");
        return CodeBlock.of(
                message.target().isFinal() ? "handler.$N($L)" : "core.reached(handler.$N($L))",
                methods.of(message),
                received);
    }

    private CodeBlock end() {
        return CodeBlock.of("new $T(core)", names.ended());
    }

    private MethodSpec.Builder handle(boolean mayReturnNull) {
        TypeName next = mayReturnNull && context.marksNullness()
                ? names.next().annotated(AnnotationSpec.builder(NULLABLE).build())
                : names.next();
        return MethodSpec.methodBuilder("handle")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(next)
                .addParameter(names.handler(), "handler")
                .addException(Exception.class);
    }

    private MethodSpec isStateOf(CodeBlock condition) {
        return MethodSpec.methodBuilder("isStateOf")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.BOOLEAN)
                .addParameter(ParameterizedTypeName.get(EVENT_ENDPOINT, names.handler()), "role")
                .addStatement("return $L", condition)
                .build();
    }
}
