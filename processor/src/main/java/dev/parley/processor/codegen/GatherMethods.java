package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.GATHERER;
import static dev.parley.processor.codegen.RuntimeTypes.GATHERING;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;
import dev.parley.processor.codegen.RoleModel.MessageType;
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
        ClassName item = model.names().item(message.name());
        TypeName gatherer = ParameterizedTypeName.get(GATHERER, item, failure);
        return gather(message)
                .addJavadoc("""
                        Waits until each $L that has not left has sent {@code $L}, and hands every message over as it comes.

                        @throws $T what the function throws; the messages that it has not got can be gathered again
                        """, receive.action().peer(), message.message(), failure)
                .addTypeVariable(failure)
                .addParameter(gatherer, "each")
                .addException(failure)
                .addStatement("core.check(STATE)")
                .addStatement("$T lanes = core.$N", GATHERING, lanes(receive))
                .addStatement("int member = lanes.next($L)", code(receive))
                .beginControlFlow("while (member != $T.DONE)", GATHERING)
                .addStatement("each.take(member, core.$N().take(lanes, member))", CoreClass.item(message.name()))
                .addStatement("member = lanes.next($L)", code(receive))
                .endControlFlow()
                .addStatement("return $L.enter($T.of())", gathered(message), List.class)
                .build();
    }

    private MethodSpec together(Transition receive, MessageType message) {
        ClassName copy = model.names().copy(message.name());
        return gather(message)
                .addJavadoc(
                        "Waits until each $L that has not left has sent {@code $L}, and keeps the messages.\n",
                        receive.action().peer(),
                        message.message())
                .addStatement("core.check(STATE)")
                .addStatement("$T lanes = core.$N", GATHERING, lanes(receive))
                .addStatement(
                        "$T copies = new $T<>()",
                        ParameterizedTypeName.get(ClassName.get(List.class), copy),
                        ArrayList.class)
                .addStatement("int member = lanes.next($L)", code(receive))
                .beginControlFlow("while (member != $T.DONE)", GATHERING)
                .addStatement("copies.add(core.$N().take(lanes, member).copy())", CoreClass.item(message.name()))
                .addStatement("member = lanes.next($L)", code(receive))
                .endControlFlow()
                .addStatement("return $L.enter(copies)", gathered(message))
                .build();
    }

    private static MethodSpec.Builder gather(MessageType message) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("gather").addModifiers(Modifier.PUBLIC).returns(message.name());
        return message.target().isFinal() ? method.addAnnotation(CAN_IGNORE_RETURN_VALUE) : method;
    }

    private static String lanes(Transition receive) {
        return CoreClass.laneFromEach(receive.action().peer());
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
