package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.MEMBER_PROGRAM;
import static dev.parley.processor.codegen.RuntimeTypes.ROLE_PROGRAM;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION_OPTIONS;
import static dev.parley.processor.codegen.RuntimeTypes.SESSION_RUNNER;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.parley.compiler.machine.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The methods of a session's class that play all roles: with options or without and, where members may join a family, with some that do
 * or without.
 */
final class RunMethods {

    /** A method takes 255 slots (JVMS 4.11), one of them for the options. */
    static final int MAX_PARAMETERS = 254;

    private final ClassName session;
    private final List<RoleModel> roles;
    private final List<String> accessors;
    private final List<ParameterSpec> sizes;
    private final boolean opensByDefault;
    private final boolean all;
    private final TypeVariableName failure;
    private final List<ParameterSpec> programs = new ArrayList<>();
    private final List<Joiners> joiners = new ArrayList<>();

    /** Those who join a family while the session runs: the method that makes a candidate, how many they are, and who plays them. */
    private record Joiners(CodeBlock candidate, ParameterSpec count, ParameterSpec program) {}

    /**
     * Prepares the methods.
     *
     * @param session the session's class
     * @param roles the roles that are played here
     * @param accessors for each the method that enters it
     * @param sizes how many members each family has at first
     * @param opensByDefault whether a session can be opened without options
     * @param all whether no role is played elsewhere
     * @param taken names that a type variable would hide
     */
    RunMethods(
            ClassName session,
            List<RoleModel> roles,
            List<String> accessors,
            List<ParameterSpec> sizes,
            boolean opensByDefault,
            boolean all,
            Set<String> taken) {
        this.session = session;
        this.roles = roles;
        this.accessors = accessors;
        this.sizes = sizes;
        this.opensByDefault = opensByDefault;
        this.all = all;
        this.failure = failure(taken);
        NameAllocator names = new NameAllocator();
        List.of("options", "session").forEach(names::newName);
        sizes.forEach(size -> names.newName(size.name()));
        for (RoleModel role : roles) {
            TypeName program = ParameterizedTypeName.get(
                    role.isFamily() ? MEMBER_PROGRAM : ROLE_PROGRAM, role.initialType(), failure);
            String parameter =
                    names.newName(Words.decapitalise(role.machine().role().value()));
            programs.add(ParameterSpec.builder(program, parameter).build());
        }
        roles.forEach(role -> role.entries().forEach(entry -> joiners.add(joiners(role, entry, names))));
    }

    private Joiners joiners(RoleModel role, State entry, NameAllocator names) {
        IntakeMethods intake = new IntakeMethods(role);
        String suffix = role.entries().size() == 1 ? "" : "At" + entry.name();
        String name = "joining" + role.machine().role() + suffix;
        return new Joiners(
                CodeBlock.of("$T.$N(session.session)", role.names().role(), intake.joinMethod(entry)),
                ParameterSpec.builder(TypeName.INT, names.newName(name + "s")).build(),
                ParameterSpec.builder(
                                ParameterizedTypeName.get(ROLE_PROGRAM, intake.type(entry), failure),
                                names.newName(name))
                        .build());
    }

    /** A variable of the name of a role's class would hide it. */
    private static TypeVariableName failure(Set<String> taken) {
        String variable = "X";
        while (taken.contains(variable)) {
            variable += "_";
        }
        return TypeVariableName.get(variable, Exception.class);
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        add(methods, List.of());
        if (!joiners.isEmpty()) {
            add(methods, joiners);
        }
        return methods;
    }

    private void add(List<MethodSpec> methods, List<Joiners> joining) {
        if (sizes.size() + programs.size() + 2 * joining.size() > MAX_PARAMETERS) {
            return;
        }
        if (opensByDefault) {
            methods.add(byDefault(joining));
        }
        methods.add(withOptions(joining));
    }

    private MethodSpec byDefault(List<Joiners> joining) {
        List<ParameterSpec> parameters = parameters(joining);
        return run(joining)
                .addParameters(parameters)
                .addStatement(
                        "run($T.defaults(), $L)",
                        SESSION_OPTIONS,
                        parameters.stream()
                                .map(parameter -> CodeBlock.of("$N", parameter))
                                .collect(CodeBlock.joining(", ")))
                .build();
    }

    private MethodSpec withOptions(List<Joiners> joining) {
        CodeBlock.Builder body = CodeBlock.builder().add("new $T<$T>(session.session)\n$>$>", SESSION_RUNNER, failure);
        for (int i = 0; i < roles.size(); i++) {
            body.add(
                    ".$L($S, session::$N, $N)\n",
                    roles.get(i).isFamily() ? "family" : "role",
                    roles.get(i).machine().role(),
                    accessors.get(i),
                    programs.get(i));
        }
        for (Joiners each : joining) {
            body.add(".joining($N, () -> $L, $N)\n", each.count, each.candidate, each.program);
        }
        CodeBlock opened =
                sizes.stream().map(size -> CodeBlock.of(", $N", size)).collect(CodeBlock.joining(""));
        return run(joining)
                .addParameter(SESSION_OPTIONS, "options")
                .addParameters(parameters(joining))
                .beginControlFlow("try ($T session = open(options$L))", session, opened)
                .addCode(body.add(".run();$<$<\n").build())
                .endControlFlow()
                .build();
    }

    private List<ParameterSpec> parameters(List<Joiners> joining) {
        List<ParameterSpec> parameters = new ArrayList<>(sizes);
        joining.forEach(each -> parameters.add(each.count));
        parameters.addAll(programs);
        joining.forEach(each -> parameters.add(each.program));
        return parameters;
    }

    private MethodSpec.Builder run(List<Joiners> joining) {
        String joins = joining.isEmpty() ? "" : ", and some that join while it runs";
        return MethodSpec.methodBuilder("run")
                .addJavadoc("""
                        Plays $L in a session of their own$L, each in a thread of its own, and waits until they are done.

                        @throws $T the first failure, with those that came after it suppressed
                        """, all ? "all roles" : "the roles that are played here", joins, failure)
                .addTypeVariable(failure)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addException(failure);
    }
}
