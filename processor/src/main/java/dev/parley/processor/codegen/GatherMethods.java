package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.DECISION;
import static dev.parley.processor.codegen.RuntimeTypes.GATHERER;
import static dev.parley.processor.codegen.RuntimeTypes.GATHERING;
import static dev.parley.processor.codegen.RuntimeTypes.QUORUM;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that gather a message from each member of a family: one by one as they come, or all together. */
final class GatherMethods {

    private final RoleModel model;

    GatherMethods(RoleModel model) {
        this.model = model;
    }

    List<MethodSpec> methods(State state) {
        Transition receive = state.transitions().get(0);
        MessageType message = model.messageType(receive);
        return List.of(oneByOne(receive, message), together(receive, message));
    }

    private MethodSpec oneByOne(Transition receive, MessageType message) {
        TypeVariableName failure = model.names().failureVariable();
        TypeName gatherer = ParameterizedTypeName.get(GATHERER, model.names().item(message.name()), failure);
        MethodSpec.Builder method = gather(receive, message)
                .addJavadoc("""
                        Waits until $L has sent {@code $L}, and hands every message over as it comes.

                        @throws $T what the function throws; the messages that it has not got can be gathered again
                        """, who(receive, message), message.message(), failure)
                .addTypeVariable(failure)
                .addParameter(gatherer, "each")
                .addException(failure);
        CodeBlock take = CodeBlock.of("core.$N().take(lanes, member)", CoreClass.item(message.name()));
        if (message.quorum()) {
            addDecision(method, message, receive)
                    .addStatement("$T item = $L", model.names().item(message.name()), take)
                    .addStatement("decision.count(item)")
                    .addStatement("each.take(member, item)");
        } else {
            addLoop(method, receive).addStatement("each.take(member, $L)", take);
        }
        return addResult(method, receive, message, CodeBlock.of("$T.of()", List.class));
    }

    private MethodSpec together(Transition receive, MessageType message) {
        ClassName copy = model.names().copy(message.name());
        MethodSpec.Builder method = gather(receive, message)
                .addJavadoc(
                        "Waits until $L has sent {@code $L}, and keeps the messages.\n",
                        who(receive, message),
                        message.message())
                .addStatement(
                        "$T copies = new $T<>()",
                        ParameterizedTypeName.get(ClassName.get(List.class), copy),
                        ArrayList.class);
        CodeBlock take = CodeBlock.of("core.$N().take(lanes, member)", CoreClass.item(message.name()));
        if (message.quorum()) {
            addDecision(method, message, receive)
                    .addStatement("$T item = $L", model.names().item(message.name()), take)
                    .addStatement("decision.count(item)")
                    .addStatement("copies.add(item.copy())");
        } else {
            addLoop(method, receive).addStatement("copies.add($L.copy())", take);
        }
        return addResult(method, receive, message, CodeBlock.of("copies"));
    }

    private static String who(Transition receive, MessageType message) {
        String family = receive.action().peer().value();
        return message.quorum()
                ? "the quorum is decided of how many of " + family
                : "each " + family + " that has not left";
    }

    private MethodSpec.Builder addLoop(MethodSpec.Builder method, Transition receive) {
        return method.addStatement("int member = lanes.next($L)", code(receive))
                .beginControlFlow("while (member != $T.DONE)", GATHERING);
    }

    private MethodSpec.Builder addDecision(MethodSpec.Builder method, MessageType message, Transition receive) {
        TypeName decision = ParameterizedTypeName.get(DECISION, model.names().item(message.name()));
        return method.addStatement("$T decision = lanes.decide(quorum)", decision)
                .addStatement("int member = decision.next($L)", code(receive))
                .beginControlFlow("while (member != $T.DONE)", GATHERING);
    }

    private MethodSpec addResult(MethodSpec.Builder method, Transition receive, MessageType message, CodeBlock copies) {
        return method.addStatement("member = $L.next($L)", message.quorum() ? "decision" : "lanes", code(receive))
                .endControlFlow()
                .addStatement(
                        "return $L.enter($L$L)",
                        gathered(message),
                        copies,
                        message.quorum() ? ", decision.outcome()" : "")
                .build();
    }

    private MethodSpec.Builder gather(Transition receive, MessageType message) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("gather").addModifiers(Modifier.PUBLIC).returns(message.name());
        if (message.quorum()) {
            method.addParameter(ParameterizedTypeName.get(QUORUM, model.names().item(message.name())), "quorum");
        }
        if (message.target().isFinal()) {
            method.addAnnotation(CAN_IGNORE_RETURN_VALUE);
        }
        return method.addStatement("core.check(STATE)")
                .addStatement(
                        "$T lanes = core.$N",
                        GATHERING,
                        CoreClass.laneFromEach(receive.action().peer()));
    }

    private int code(Transition receive) {
        return model.route(receive).code();
    }

    private static CodeBlock gathered(MessageType message) {
        return message.recurs()
                ? CodeBlock.of("core.$N()", CoreClass.view(message.name()))
                : CodeBlock.of("new $T(core)", message.name());
    }
}
