package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.CHOICE_TIMED_OUT_EXCEPTION;
import static dev.parley.processor.codegen.RuntimeTypes.EFFECT_DENIED_EXCEPTION;
import static dev.parley.processor.codegen.RuntimeTypes.OUT_LANE;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.SeatType;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.TypeRef;
import dev.parley.processor.codegen.PayloadLayout.Slot;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method that sends a message to all its receivers and returns the next state. */
final class SendMethods {

    private static final String LANE = "lane";

    private final RoleModel model;

    SendMethods(RoleModel model) {
        this.model = model;
    }

    MethodSpec method(Sending sending) {
        NameAllocator names = new NameAllocator();
        // Names that the method's body needs; a parameter of the same name would hide them.
        List.of("STATE", "Float", "Double").forEach(names::newName);
        MethodSpec.Builder method = MethodSpec.methodBuilder(sending.method())
                .addJavadoc(javadoc(sending))
                .addJavadoc(timeoutNote(sending))
                .addModifiers(Modifier.PUBLIC);
        sending.step().marks().guard().ifPresent(guard -> addDenial(method, guard));
        if (sending.timeout().isEmpty() && model.isTimed(sending.source())) {
            addLateness(method);
        }
        List<String> values = addParameters(method, sending.step(), names);
        String core = values.contains("core") ? "this.core" : "core";
        method.addStatement("$L.check(STATE)", core);
        if (sending.timeout().isPresent()) {
            method.beginControlFlow("if ($L.isInTime())", core);
            addEffects(method, sending, core, values, names);
            method.endControlFlow();
        } else {
            if (model.isTimed(sending.source())) {
                method.addStatement("$L.choose()", core);
            }
            addEffects(method, sending, core, values, names);
        }
        addNext(method, sending, core);
        return method.build();
    }

    private void addEffects(
            MethodSpec.Builder method, Sending sending, String core, List<String> values, NameAllocator names) {
        sending.guard().ifPresent(number -> method.addStatement("$L.guard($L)", core, number));
        sending.phase().ifPresent(number -> method.addStatement("$L.begins($L)", core, number));
        if (model.leaves(sending)) {
            method.addStatement("$L.leave()", core);
        }
        addSends(method, sending, core, values, names);
        if (model.mayBeLate(sending)) {
            sending.sends()
                    .forEach(send -> method.addStatement(
                            "$L.submit($L)", core, model.route(send).edge()));
        }
    }

    private static CodeBlock timeoutNote(Sending sending) {
        return sending.timeout()
                .map(timeout -> CodeBlock.of(
                        "After $L the runtime sends it for the role; then this only goes on.\n", timeout.text()))
                .orElse(CodeBlock.of(""));
    }

    /** That a send may be denied, and leave the state as it was, is declared for those who read the code, programs among them. */
    private static void addDenial(MethodSpec.Builder method, Guard guard) {
        method.addJavadoc(
                        "It $L.\n\n@throws $T if that cannot be had; then nothing has happened, and this state is not used\n",
                        guard.inWords(),
                        EFFECT_DENIED_EXCEPTION)
                .addException(EFFECT_DENIED_EXCEPTION);
    }

    /** Declared for the same reason. */
    private static void addLateness(MethodSpec.Builder method) {
        method.addJavadoc(
                        "\n@throws $T if the alternative with the timeout was taken before\n",
                        CHOICE_TIMED_OUT_EXCEPTION)
                .addException(CHOICE_TIMED_OUT_EXCEPTION);
    }

    private static CodeBlock javadoc(Sending sending) {
        if (sending.isFork()) {
            return CodeBlock.of(
                    "Enters {@code $L}: its branches begin.\n",
                    sending.receivers().get(0).block());
        }
        List<RoleName> receivers =
                sending.receivers().stream().map(RoleName::role).toList();
        return CodeBlock.of("Sends {@code $L} to $L.\n", sending.message(), Words.list(receivers));
    }

    private static List<String> addParameters(MethodSpec.Builder method, MessageStep step, NameAllocator names) {
        List<String> values = new ArrayList<>();
        for (Parameter parameter : step.payload()) {
            String name = names.newName(parameter.name());
            values.add(name);
            method.addParameter(PayloadTypes.name(parameter.type()), name);
        }
        if (step.varargs()) {
            method.varargs();
            TypeRef last = step.payload().get(values.size() - 1).type();
            if (!PayloadTypes.isReifiable(last)) {
                // The array is only passed on. The first annotation asks for a method that cannot be overridden.
                method.addAnnotation(SafeVarargs.class)
                        .addAnnotation(Annotations.suppress("varargs"))
                        .addModifiers(Modifier.FINAL);
            }
        }
        return values;
    }

    private void addSends(
            MethodSpec.Builder method, Sending sending, String core, List<String> values, NameAllocator names) {
        PayloadLayout layout = model.layout(sending.message());
        if (layout.isHeaderOnly()) {
            for (Transition send : sending.sends()) {
                if (model.isTurn(send.action().peer())) {
                    method.addStatement(
                            "$L.$N.begin()", core, CoreClass.turns(send.action().peer()));
                    continue;
                }
                method.addStatement(
                        "$L.$N.send($L)", core, CoreClass.laneTo(send.action().peer()), header(send, layout, values));
            }
            return;
        }
        String lane = names.newName(LANE);
        boolean declared = false;
        for (Transition send : sending.sends()) {
            CodeBlock variable = declared ? CodeBlock.of("$N", lane) : CodeBlock.of("$T $N", OUT_LANE, lane);
            declared = true;
            method.addStatement(
                    "$L = $L.$N", variable, core, CoreClass.laneTo(send.action().peer()));
            method.beginControlFlow("if ($N.claim())", lane);
            addWords(method, sending.step(), layout, values, lane);
            method.addStatement("$N.publish($L)", lane, header(send, layout, values));
            method.endControlFlow();
        }
    }

    private CodeBlock header(Transition send, PayloadLayout layout, List<String> values) {
        return Encoding.header(model.route(send).code(), layout, values);
    }

    private static void addWords(
            MethodSpec.Builder method, MessageStep step, PayloadLayout layout, List<String> values, String lane) {
        for (int word = 1; word < layout.words(); word++) {
            method.addStatement("$N.word($L, $L)", lane, word, Encoding.word(word, layout, values));
        }
        for (int i = 0; i < values.size(); i++) {
            if (layout.places().get(i) instanceof Slot slot) {
                method.addStatement(
                        isSeat(step.payload().get(i)) ? "$N.reference($L, $N.handOver())" : "$N.reference($L, $N)",
                        lane,
                        slot.index(),
                        values.get(i));
            }
        }
    }

    /** Seats leave nothing usable behind where they are sent from. */
    private static boolean isSeat(Parameter parameter) {
        return SeatType.of(parameter.type()).isPresent();
    }

    private void addNext(MethodSpec.Builder method, Sending sending, String core) {
        if (sending.target().isFinal()) {
            method.addAnnotation(CAN_IGNORE_RETURN_VALUE)
                    .returns(model.names().ended())
                    .addStatement("return $L.end($L)", core, sending.target().number());
            return;
        }
        if (model.isOver(sending.target())) {
            method.addStatement("$L.end($L)", core, model.stateAfter(sending.target()));
            return;
        }
        var next = model.typeOf(sending.target()).orElseThrow();
        method.addAnnotation(CHECK_RETURN_VALUE).returns(next);
        if (sending.isLoop()) {
            if (model.isTimed(sending.source())) {
                method.addStatement("$L.startTimer()", core);
            }
            method.addStatement("return this");
        } else {
            method.addStatement("return $L.$N()", core, CoreClass.enter(next));
        }
    }
}
