package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.IN_LANE;
import static dev.parley.processor.codegen.RuntimeTypes.NULLABLE;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/** The methods that receive: waiting, not waiting, and waiting for a while. */
final class ReceiveMethods {

    private final RoleModel model;
    private final GenerationContext context;

    ReceiveMethods(RoleModel model, GenerationContext context) {
        this.model = model;
        this.context = context;
    }

    List<MethodSpec> methods(State state) {
        ClassName result = result(state);
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(receive(state, result));
        methods.add(await(result));
        methods.add(timedReceive(state, result));
        Map<RoleName, List<Transition>> senders = new LinkedHashMap<>();
        for (Transition receive : state.transitions()) {
            senders.computeIfAbsent(receive.action().peer(), sender -> new ArrayList<>())
                    .add(receive);
        }
        if (senders.size() == 1) {
            senders.forEach((sender, receives) -> methods.add(tryReceive(state, sender, receives)));
        } else {
            methods.add(tryReceive(state, List.copyOf(senders.keySet())));
            senders.forEach((sender, receives) -> methods.add(poll(state, sender, receives)));
        }
        return methods;
    }

    private ClassName result(State state) {
        return model.hasAlternatives(state)
                ? model.names().received(model.typeOf(state).orElseThrow())
                : model.messageType(state.transitions().get(0)).name();
    }

    private MethodSpec receive(State state, ClassName result) {
        return awaiting(state, result)
                .addJavadoc("Waits for the next message.\n")
                .addStatement("$T received = tryReceive()", result)
                .addStatement("return received != null ? received : await(core)")
                .build();
    }

    /**
     * Apart from {@code receive}, which is small without it, and so becomes a part of what calls it. It has a parameter, as a value
     * of a message may have the same name.
     */
    private MethodSpec await(ClassName result) {
        return MethodSpec.methodBuilder("await")
                .addModifiers(Modifier.PRIVATE)
                .returns(result)
                .addParameter(model.names().core(), "waiting")
                .addStatement("$T received", result)
                .beginControlFlow("do")
                .addStatement("waiting.pause()")
                .addStatement("received = tryReceive()")
                .endControlFlow("while (received == null)")
                .addStatement("waiting.resume()")
                .addStatement("return received")
                .build();
    }

    private MethodSpec timedReceive(State state, ClassName result) {
        return awaiting(state, result)
                .addJavadoc("Waits for the next message until the timeout has passed.\n")
                .addParameter(Duration.class, "timeout")
                .addException(TimeoutException.class)
                .addStatement("long deadline = core.deadline(timeout)")
                .addStatement("$T received = tryReceive()", result)
                .beginControlFlow("while (received == null)")
                .addStatement("core.pause(deadline)")
                .addStatement("received = tryReceive()")
                .endControlFlow()
                .addStatement("core.resume()")
                .addStatement("return received")
                .build();
    }

    private MethodSpec.Builder awaiting(State state, ClassName result) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("receive")
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
        boolean nothingToLose = model.receivable(state).stream().allMatch(message -> model.isOver(message.target()));
        return nothingToLose ? method.addAnnotation(CAN_IGNORE_RETURN_VALUE) : method;
    }

    private MethodSpec.Builder tryReceive(State state) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("tryReceive")
                .addJavadoc("Returns the next message, or null if there is none yet.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(nullable(result(state)))
                .addStatement("core.check(STATE)");
        if (state.accepting() && model.mayBeLate()) {
            method.beginControlFlow("if (core.isLeftBehind())")
                    .addStatement("return core.end($L)", model.end())
                    .endControlFlow();
        }
        return method;
    }

    private TypeName nullable(ClassName type) {
        return context.marksNullness()
                ? type.annotated(AnnotationSpec.builder(NULLABLE).build())
                : type;
    }

    private MethodSpec tryReceive(State state, RoleName sender, List<Transition> receives) {
        return tryReceive(state)
                .addStatement("$T lane = core.$N", IN_LANE, CoreClass.laneFrom(sender))
                .addCode(takeNext(state, receives, nothing(state), true))
                .build();
    }

    private MethodSpec tryReceive(State state, List<RoleName> senders) {
        MethodSpec.Builder method =
                tryReceive(state).addStatement("$T received = $L", result(state), pollCall(senders.get(0)));
        for (RoleName sender : senders.subList(1, senders.size())) {
            method.beginControlFlow("if (received == null)")
                    .addStatement("received = $L", pollCall(sender))
                    .endControlFlow();
        }
        if (state.accepting()) {
            method.beginControlFlow("if (received == null)")
                    .addStatement("return $L", nothing(state))
                    .endControlFlow();
        }
        return method.addStatement("return received").build();
    }

    private static CodeBlock pollCall(RoleName sender) {
        return CodeBlock.of("from$L(core.$N)", sender.typeName(), CoreClass.laneFrom(sender));
    }

    /** A message that is none of this state's is meant for later: what comes first here is on another lane. */
    private MethodSpec poll(State state, RoleName sender, List<Transition> receives) {
        return MethodSpec.methodBuilder("from" + sender.typeName())
                .addModifiers(Modifier.PRIVATE)
                .returns(nullable(result(state)))
                .addParameter(IN_LANE, "lane")
                .addCode(takeNext(state, receives, CodeBlock.of("null"), false))
                .build();
    }

    private CodeBlock nothing(State state) {
        return state.accepting()
                ? CodeBlock.of("core.over() ? core.end($L) : null", model.end())
                : CodeBlock.of("null");
    }

    private CodeBlock takeNext(State state, List<Transition> receives, CodeBlock nothing, boolean onlySender) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("long header = lane.poll()")
                .beginControlFlow("if (header <= 0)")
                .add("// Neither InLane.EMPTY nor InLane.CLOSED is positive.\n")
                .addStatement("return $L", nothing)
                .endControlFlow();
        return code.add(
                        receives.size() == 1
                                ? takeOnly(state, receives.get(0), onlySender)
                                : takeOneOf(state, receives, onlySender))
                .build();
    }

    private CodeBlock takeOnly(State state, Transition receive, boolean onlySender) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        "if (header >>> 32 != $L)", model.route(receive).code())
                .addStatement(onlySender ? "throw core.unexpected(header)" : "return null")
                .endControlFlow();
        if (state.accepting()) {
            code.addStatement("core.active()");
        }
        return code.addStatement("return $L", take(receive)).build();
    }

    private CodeBlock takeOneOf(State state, List<Transition> receives, boolean onlySender) {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch ((int) (header >>> 32)) {\n$>");
        for (Transition receive : receives) {
            String form = state.accepting() ? "case $L -> {\n$>core.active();\nyield $L;\n$<}\n" : "case $L -> $L;\n";
            code.add(form, model.route(receive).code(), take(receive));
        }
        return code.add("default -> $L;\n$<};\n", onlySender ? "throw core.unexpected(header)" : "null")
                .build();
    }

    private CodeBlock take(Transition receive) {
        CodeBlock taken = CodeBlock.of("$L.take(lane, header)", object(model.messageType(receive)));
        return model.leaves(receive) ? CodeBlock.of("core.leaving($L)", taken) : taken;
    }

    /** Returns the object that stands for a message that is about to be taken. */
    static CodeBlock object(MessageType message) {
        return message.recurs()
                ? CodeBlock.of("core.$N()", CoreClass.view(message.name()))
                : CodeBlock.of("new $T(core)", message.name());
    }
}
