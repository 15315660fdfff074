package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CANDIDATE;
import static dev.parley.processor.codegen.RuntimeTypes.CAN_IGNORE_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION_CANCELLED_EXCEPTION;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION_CLOSED_EXCEPTION;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parley.compiler.machine.Intake;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.protocol.RoleName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/** The methods by which a role takes new members into a family, and those by which these join it. */
final class IntakeMethods {

    private final RoleModel model;

    IntakeMethods(RoleModel model) {
        this.model = model;
    }

    /** Returns the methods of a state in which the role takes members in. */
    List<MethodSpec> admits(State state) {
        List<MethodSpec> methods = new ArrayList<>();
        model.intakes(state).forEach((method, intake) -> methods.add(admit(method, intake)));
        return methods;
    }

    private MethodSpec admit(String method, Intake intake) {
        return MethodSpec.methodBuilder(method)
                .addJavadoc("""
                        Takes in all that wait to join $L; they have a part in all that follows. The state stays as it is.

                        @return how many they are
                        """, intake.family())
                .addAnnotation(CAN_IGNORE_RETURN_VALUE)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("core.check(STATE)")
                .addStatement("return core.admit($L, $L)", model.number(intake.family()), intake.entry())
                .build();
    }

    /** Returns the methods of the role's class that make candidates for the role. */
    List<MethodSpec> joins() {
        return model.entries().stream().map(this::join).toList();
    }

    private MethodSpec join(State entry) {
        ClassName state = type(entry);
        return MethodSpec.methodBuilder(joinMethod(entry))
                .addJavadoc("Prepares to join the family in a session that is running.\n")
                .addModifiers(Modifier.STATIC)
                .returns(ParameterizedTypeName.get(CANDIDATE, state))
                .addParameter(SESSION, "session")
                .addStatement(
                        "return session.candidate($L, $T.STATE, member -> $L.$N())",
                        model.number(role()),
                        state,
                        CoreClass.create(model, CodeBlock.of("session")),
                        CoreClass.enter(state))
                .build();
    }

    /**
     * Returns the methods of the session's class by which the role is joined.
     *
     * @param taken the signatures of its other methods without parameters; those of these are added
     */
    List<MethodSpec> sessionJoins(Set<String> taken) {
        List<MethodSpec> methods = new ArrayList<>();
        for (State entry : model.entries()) {
            String suffix = model.entries().size() == 1 ? "" : "At" + entry.name();
            String name = "join" + role() + suffix;
            while (!taken.add(name)) {
                name += "_";
            }
            methods.add(sessionJoin(name, entry)
                    .addStatement("return $T.$N(session).join()", model.names().role(), joinMethod(entry))
                    .build());
            methods.add(sessionJoin(name, entry)
                    .addJavadoc("@throws $T if it has not been taken in by then\n", TimeoutException.class)
                    .addParameter(Duration.class, "atMost")
                    .addException(TimeoutException.class)
                    .addStatement(
                            "return $T.$N(session).join(atMost)", model.names().role(), joinMethod(entry))
                    .build());
        }
        return methods;
    }

    private MethodSpec.Builder sessionJoin(String name, State entry) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("""
                        Becomes a new member of $L: waits until the run comes to where members may join, and this one is taken in.

                        @throws $T if the session ends before that, or is ending
                        @throws $T if it was cancelled or has failed
                        """, role(), SESSION_CLOSED_EXCEPTION, SESSION_CANCELLED_EXCEPTION)
                .addModifiers(Modifier.PUBLIC)
                .returns(type(entry));
    }

    ClassName type(State entry) {
        return model.typeOf(entry).orElseThrow();
    }

    String joinMethod(State entry) {
        return "join" + type(entry).simpleName();
    }

    private RoleName role() {
        return model.machine().role();
    }
}
