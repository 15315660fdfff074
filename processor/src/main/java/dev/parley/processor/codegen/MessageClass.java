package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.IN_LANE;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.protocol.TypeRef;
import dev.parley.processor.codegen.PayloadLayout.Bits;
import dev.parley.processor.codegen.PayloadLayout.Place;
import dev.parley.processor.codegen.PayloadLayout.Slot;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class of a received message: its values, and what may be done next, either as methods of its own or inherited from the
 * state it leads to.
 */
final class MessageClass {

    private final RoleModel model;
    private final StateMembers members;
    private final ResumedType resumed;
    private final Pictures pictures;

    MessageClass(RoleModel model, StateMembers members, ResumedType resumed, Pictures pictures) {
        this.model = model;
        this.members = members;
        this.resumed = resumed;
        this.pictures = pictures;
    }

    TypeSpec type(MessageType message) {
        boolean isState = model.isState(message);
        TypeSpec.Builder type = TypeSpec.classBuilder(message.name())
                .addJavadoc(pictures.of(message))
                .addAnnotation(CHECK_RETURN_VALUE)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addField(StateClass.constant("MESSAGE", message.id()));
        if (isState || !message.isLoop()) {
            type.addField(StateClass.constant("STATE", stateAfter(message)));
        }
        if (!inherits(model, message)) {
            type.addField(model.names().core(), "core", Modifier.PRIVATE, Modifier.FINAL);
        }
        addSupertypes(type, message);
        type.addMethod(constructor(model, message));
        for (int i = 0; i < message.accessors().size(); i++) {
            type.addMethod(accessor(message, i));
        }
        type.addMethod(copy(message)).addMethod(take(message)).addType(copyType(message));
        if (isState) {
            members.addTo(type, message.target());
        }
        return type.build();
    }

    private int stateAfter(MessageType message) {
        State target = message.target();
        return model.isOver(target) ? model.stateAfter(target) : target.number();
    }

    private void addSupertypes(TypeSpec.Builder type, MessageType message) {
        if (!model.isState(message)) {
            model.typeOf(message.target()).ifPresent(type::superclass);
        }
        List<ClassName> received = message.arrivals().stream()
                .map(Arrival::source)
                .filter(model::hasAlternatives)
                .map(source -> model.names().received(model.typeOf(source).orElseThrow()))
                .distinct()
                .toList();
        resumed.permit(type, received);
    }

    static MethodSpec constructor(RoleModel model, MessageType message) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(model.names().core(), "core");
        return constructor
                .addStatement(inherits(model, message) ? "super(core)" : "this.core = core")
                .build();
    }

    /** Returns whether a message is a kind of the state it leads to, and so has the core from there. */
    static boolean inherits(RoleModel model, MessageType message) {
        return !model.isState(message) && model.typeOf(message.target()).isPresent();
    }

    static MethodSpec accessor(MessageType message, int index) {
        TypeRef type = message.message().payload().get(index);
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(
                        message.accessors().get(index))
                .addModifiers(Modifier.PUBLIC)
                .returns(PayloadTypes.name(type))
                .addStatement("core.checkReadable(MESSAGE, $S)", message.name().simpleName())
                .addStatement("return $L", value(message.layout().places().get(index), type));
        if (!PayloadTypes.isReifiable(type)) {
            accessor.addAnnotation(Annotations.suppress("unchecked"));
        }
        return accessor.build();
    }

    private static CodeBlock value(Place place, TypeRef type) {
        if (place instanceof Bits bits) {
            return Encoding.value(bits, CodeBlock.of("core.$N", CoreClass.word(bits.word())));
        }
        CodeBlock reference = CodeBlock.of("core.$N", CoreClass.reference(((Slot) place).index()));
        TypeName name = PayloadTypes.name(type);
        return name.equals(ClassName.OBJECT) ? reference : CodeBlock.of("($T) $L", name, reference);
    }

    private MethodSpec copy(MessageType message) {
        ClassName copy = model.names().copy(message.name());
        return MethodSpec.methodBuilder("copy")
                .addJavadoc("Returns the message as a value that may be kept.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(copy)
                .addStatement(
                        "return new $T($L)",
                        copy,
                        message.accessors().stream()
                                .map(accessor -> CodeBlock.of("$N()", accessor))
                                .collect(CodeBlock.joining(", ")))
                .build();
    }

    private TypeSpec copyType(MessageType message) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        for (int i = 0; i < message.accessors().size(); i++) {
            components.addParameter(
                    PayloadTypes.name(message.message().payload().get(i)),
                    message.accessors().get(i));
        }
        return TypeSpec.recordBuilder(model.names().copy(message.name()))
                .addJavadoc("The values of {@link $T}.\n", message.name())
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(components.build())
                .build();
    }

    /** The message is taken off its lane at once; its values stay in the core until the next one is taken. */
    private MethodSpec take(MessageType message) {
        MethodSpec.Builder take = MethodSpec.methodBuilder("take")
                .addModifiers(Modifier.PRIVATE)
                .returns(message.name())
                .addParameter(IN_LANE, "lane")
                .addParameter(TypeName.LONG, "header");
        addValues(take, model, message.layout(), CodeBlock.of("header"));
        if (!message.isLoop()) {
            addArrival(take, model, message.target());
        }
        return take.addStatement("return this").build();
    }

    /** Brings the role to the state after a message. */
    static void addArrival(MethodSpec.Builder method, RoleModel model, State target) {
        if (model.isOver(target)) {
            method.addStatement("core.end(STATE)");
            return;
        }
        method.addStatement("core.state = STATE");
        if (model.phases().changesAt(target)) {
            method.addStatement("core.moved()");
        }
        if (model.isTimed(target)) {
            method.addStatement("core.startTimer()");
        }
    }

    /** Takes a message off a lane and keeps its values in the core. */
    static void addValues(MethodSpec.Builder take, RoleModel model, PayloadLayout layout, CodeBlock header) {
        if (layout.usesHeader()) {
            take.addStatement("core.header = $L", header);
        }
        for (int word = 1; word < layout.words(); word++) {
            take.addStatement("core.$N = lane.word($L)", CoreClass.word(word), word);
        }
        for (int slot = 0; slot < layout.references(); slot++) {
            take.addStatement("core.$N = lane.reference($L)", CoreClass.reference(slot), slot);
        }
        for (int slot = layout.references(); slot < model.references(); slot++) {
            take.addStatement("core.$N = null", CoreClass.reference(slot));
        }
        take.addStatement("lane.advance()").addStatement("core.message = MESSAGE");
    }
}
