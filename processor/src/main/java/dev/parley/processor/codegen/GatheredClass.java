package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.GATHERING;
import static dev.parley.processor.codegen.RuntimeTypes.IN_LANE;
import static dev.parley.processor.codegen.RuntimeTypes.OUTCOME;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class of the messages gathered from all members of a family: the state that they lead to, as one received message would be. The
 * single messages have a class nested in it.
 */
final class GatheredClass {

    private final RoleModel model;
    private final StateMembers members;
    private final Pictures pictures;

    GatheredClass(RoleModel model, StateMembers members, Pictures pictures) {
        this.model = model;
        this.members = members;
        this.pictures = pictures;
    }

    TypeSpec type(MessageType message) {
        boolean isState = model.isState(message);
        TypeName copies = ParameterizedTypeName.get(
                ClassName.get(List.class), model.names().copy(message.name()));
        TypeSpec.Builder type = TypeSpec.classBuilder(message.name())
                .addJavadoc(pictures.of(message))
                .addAnnotation(CHECK_RETURN_VALUE)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addField(StateClass.constant("STATE", message.target().number()))
                .addField(copies, "copies", Modifier.PRIVATE)
                .addMethod(MessageClass.constructor(model, message))
                .addMethod(copies(message, copies))
                .addMethod(enter(message, copies))
                .addType(item(message))
                .addType(copyType(message));
        if (!MessageClass.inherits(model, message)) {
            type.addField(model.names().core(), "core", Modifier.PRIVATE, Modifier.FINAL);
        }
        if (message.quorum()) {
            addOutcome(type, message);
        }
        if (isState) {
            members.addTo(type, message.target());
        } else {
            model.typeOf(message.target()).ifPresent(type::superclass);
        }
        return type.build();
    }

    private MethodSpec copies(MessageType message, TypeName copies) {
        return MethodSpec.methodBuilder(MemberNames.plain("copies", model.plainMethods(message.target())))
                .addJavadoc("Returns the messages as values, as they came; none if they were handed over one by one.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(copies)
                .addStatement("return copies")
                .build();
    }

    private void addOutcome(TypeSpec.Builder type, MessageType message) {
        type.addField(OUTCOME, "outcome", Modifier.PRIVATE)
                .addMethod(MethodSpec.methodBuilder(MemberNames.plain("outcome", model.plainMethods(message.target())))
                        .addJavadoc("Returns how the quorum was decided.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(OUTCOME)
                        .addStatement("return outcome")
                        .build());
    }

    private MethodSpec enter(MessageType message, TypeName copies) {
        MethodSpec.Builder enter = MethodSpec.methodBuilder("enter")
                .addModifiers(Modifier.PRIVATE)
                .returns(message.name())
                .addParameter(copies, "gathered")
                .addStatement("copies = gathered");
        if (message.quorum()) {
            enter.addParameter(OUTCOME, "decided").addStatement("outcome = decided");
        }
        enter.addComment("From here on the single messages are gone.").addStatement("core.message = 0");
        MessageClass.addArrival(enter, model, message.target());
        return enter.addStatement("return this").build();
    }

    private TypeSpec item(MessageType message) {
        ClassName core = model.names().core();
        TypeSpec.Builder type = TypeSpec.classBuilder(model.names().item(message.name()))
                .addJavadoc("The message {@code $L} of one member, until the next is taken.\n", message.message())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addField(StateClass.constant("MESSAGE", message.id()))
                .addField(core, "core", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TypeName.INT, "member", Modifier.PRIVATE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(core, "core")
                        .addStatement("this.core = core")
                        .build())
                .addMethod(MethodSpec.methodBuilder("member")
                        .addJavadoc("Returns the index of the member.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.INT)
                        .addStatement(
                                "core.checkReadable(MESSAGE, $S)",
                                message.name().simpleName())
                        .addStatement("return member")
                        .build());
        for (int i = 0; i < message.accessors().size(); i++) {
            type.addMethod(MessageClass.accessor(message, i));
        }
        return type.addMethod(copy(message)).addMethod(take(message)).build();
    }

    private MethodSpec copy(MessageType message) {
        ClassName copy = model.names().copy(message.name());
        CodeBlock.Builder values = CodeBlock.builder().add("member()");
        message.accessors().forEach(accessor -> values.add(", $N()", accessor));
        return MethodSpec.methodBuilder("copy")
                .addJavadoc("Returns the message as a value that may be kept.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(copy)
                .addStatement("return new $T($L)", copy, values.build())
                .build();
    }

    private TypeSpec copyType(MessageType message) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder().addParameter(TypeName.INT, "member");
        for (int i = 0; i < message.accessors().size(); i++) {
            components.addParameter(
                    PayloadTypes.name(message.message().payload().get(i)),
                    message.accessors().get(i));
        }
        return TypeSpec.recordBuilder(model.names().copy(message.name()))
                .addJavadoc(
                        "The values of one of {@link $T}, with the index of the member that has sent it.\n",
                        message.name())
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(components.build())
                .build();
    }

    private MethodSpec take(MessageType message) {
        MethodSpec.Builder take = MethodSpec.methodBuilder("take")
                .addModifiers(Modifier.PRIVATE)
                .returns(model.names().item(message.name()))
                .addParameter(GATHERING, "lanes")
                .addParameter(TypeName.INT, "sender")
                .addStatement("$T lane = lanes.lane()", IN_LANE);
        MessageClass.addValues(take, model, message.layout(), CodeBlock.of("lanes.header()"));
        return take.addStatement("member = sender").addStatement("return this").build();
    }
}
