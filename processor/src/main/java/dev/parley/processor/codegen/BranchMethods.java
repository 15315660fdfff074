package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/** What a role does whose branches of a parallel block are going on: it hands them out, and waits until all are done. */
final class BranchMethods {

    private final RoleModel model;
    private final Map<RoleName, RoleModel> players;

    BranchMethods(RoleModel model, Map<RoleName, RoleModel> players) {
        this.model = model;
        this.players = players;
    }

    List<MethodSpec> methods(Joining joining) {
        return methods(joining, this::begin, "checkBegun");
    }

    /** Returns the methods for a role that was in the block when its session was reopened. */
    List<MethodSpec> resumedMethods(Joining joining) {
        return methods(joining, this::resume, "checkResumed");
    }

    private List<MethodSpec> methods(Joining joining, BiFunction<String, RoleName, MethodSpec> branch, String check) {
        List<String> names = MemberNames.branches(joining.parties());
        List<MethodSpec> methods = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            methods.add(branch.apply(names.get(i), joining.parties().get(i)));
        }
        methods.add(join(joining, check));
        return methods;
    }

    private MethodSpec begin(String name, RoleName party) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("""
                        Begins the branch {@code $L}, which may be played in a thread of its own. To be called once, before {@code join}.
                        """, party.branch())
                .addModifiers(Modifier.PUBLIC)
                .returns(player(party).initialType())
                .addStatement("core.check(STATE)")
                .addStatement("return core.$N()", CoreClass.branch(party))
                .build();
    }

    private MethodSpec resume(String name, RoleName party) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("""
                        Goes on with the branch {@code $L} where it stands, or begins it; it may be played in a thread of its own.
                        To be called once, before {@code join}.
                        """, party.branch())
                .addModifiers(Modifier.PUBLIC)
                .returns(player(party).names().resumed())
                .addStatement("core.check(STATE)")
                .addStatement("return core.$N()", CoreClass.resume(party))
                .build();
    }

    private RoleModel player(RoleName party) {
        return Objects.requireNonNull(players.get(party));
    }

    private MethodSpec join(Joining joining, String check) {
        MethodSpec.Builder join = MethodSpec.methodBuilder("join")
                .addJavadoc(
                        "Waits until all branches of {@code $L} are done.\n",
                        joining.parties().get(0).block())
                .addModifiers(Modifier.PUBLIC)
                .addStatement("core.check(STATE)");
        joining.parties()
                .forEach(party -> join.addStatement(
                        "core.$L($L)", check, model.peers(true).get(party)));
        joining.parties().forEach(party -> join.addStatement("core.join(core.$N)", CoreClass.laneFrom(party)));
        if (model.isOver(joining.target())) {
            return join.addStatement("core.end($L)", model.stateAfter(joining.target()))
                    .build();
        }
        ClassName next = model.typeOf(joining.target()).orElseThrow();
        return join.addAnnotation(CHECK_RETURN_VALUE)
                .returns(next)
                .addStatement("return core.$N()", CoreClass.enter(next))
                .build();
    }
}
