package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of a state that has a type of its own: a view over the role's core. */
final class StateClass {

    private final RoleModel model;
    private final StateMembers members;
    private final SeatMethods seats;
    private final ResumedType resumed;
    private final Pictures pictures;

    StateClass(RoleModel model, StateMembers members, SeatMethods seats, ResumedType resumed, Pictures pictures) {
        this.model = model;
        this.members = members;
        this.seats = seats;
        this.resumed = resumed;
        this.pictures = pictures;
    }

    TypeSpec type(StateType state) {
        ClassName core = model.names().core();
        TypeSpec.Builder type = view(state.name(), state).addJavadoc(pictures.of(state));
        List<ClassName> extensions = model.extensions(state);
        type.addField(FieldSpec.builder(core, "core", Modifier.FINAL)
                .addModifiers(extensions.isEmpty() ? new Modifier[] {Modifier.PRIVATE} : new Modifier[0])
                .build());
        if (!state.isConcrete()) {
            type.addModifiers(Modifier.ABSTRACT);
        } else if (extensions.isEmpty()) {
            type.addModifiers(Modifier.FINAL);
        } else {
            type.addModifiers(Modifier.SEALED).addPermittedSubclasses(extensions);
        }
        if (state.entered() && !resumed.isBlock(state.state())) {
            resumed.permit(type, List.of());
        }
        members.addTo(type, state.state());
        seats.addTo(type, state);
        return type.build();
    }

    /** Returns the type of a parallel block that the role was in when its session was reopened. */
    TypeSpec resumedBlock(StateType block) {
        TypeSpec.Builder type = view(model.names().resumedBlock(block.name()), block)
                .addJavadoc(
                        "Stands for {@link $T} when a session is reopened: its branches go on where they stand.\n",
                        block.name())
                .addModifiers(Modifier.FINAL)
                .addField(model.names().core(), "core", Modifier.PRIVATE, Modifier.FINAL);
        resumed.permit(type, List.of());
        members.addResumed(type, model.joining(block.state()).orElseThrow());
        return type.build();
    }

    private TypeSpec.Builder view(ClassName name, StateType state) {
        return TypeSpec.classBuilder(name)
                .addAnnotation(CHECK_RETURN_VALUE)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addField(constant("STATE", state.state().number()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(model.names().core(), "core")
                        .addStatement("this.core = core")
                        .build());
    }

    static FieldSpec constant(String name, int value) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", value)
                .build();
    }
}
