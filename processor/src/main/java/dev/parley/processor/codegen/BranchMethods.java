package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** What a role does whose branches of a parallel block are going on: it hands them out, and waits until all are done. */
final class BranchMethods {

    private final RoleModel model;
    private final Map<RoleName, ClassName> firstStates;

    BranchMethods(RoleModel model, Map<RoleName, ClassName> firstStates) {
        this.model = model;
        this.firstStates = firstStates;
    }

    List<MethodSpec> methods(Joining joining) {
        List<String> names = MemberNames.branches(joining.parties());
        List<MethodSpec> methods = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            methods.add(branch(names.get(i), joining.parties().get(i)));
        }
        methods.add(join(joining));
        return methods;
    }

    private MethodSpec branch(String name, RoleName party) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("""
                        Begins the branch {@code $L}, which may be played in a thread of its own. To be called once, before {@code join}.
                        """, party.branch())
                .addModifiers(Modifier.PUBLIC)
                .returns(firstStates.get(party))
                .addStatement("core.check(STATE)")
                .addStatement("return core.$N()", CoreClass.branch(party))
                .build();
    }

    private MethodSpec join(Joining joining) {
        MethodSpec.Builder join = MethodSpec.methodBuilder("join")
                .addJavadoc(
                        "Waits until all branches of {@code $L} are done.\n",
                        joining.parties().get(0).block())
                .addModifiers(Modifier.PUBLIC)
                .addStatement("core.check(STATE)");
        joining.parties()
                .forEach(party -> join.addStatement(
                        "core.checkBegun($L)", model.peers(true).get(party)));
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
