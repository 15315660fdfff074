package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** What a role does while a block is run for each member of a family: it hands the runs out, and waits until all are done. */
final class TurnMethods {

    private final RoleModel model;
    private final Map<RoleName, RoleModel> players;

    TurnMethods(RoleModel model, Map<RoleName, RoleModel> players) {
        this.model = model;
        this.players = players;
    }

    List<MethodSpec> methods(Joining joining) {
        RoleName party = joining.parties().get(0);
        return List.of(members(party), member(party), join(joining, party));
    }

    private static MethodSpec members(RoleName party) {
        return MethodSpec.methodBuilder("members")
                .addJavadoc(
                        "Returns the indices of the members that $L is run for: those that have not left.\n",
                        party.block())
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, Integer.class))
                .addStatement("core.check(STATE)")
                .addStatement("return core.$N.members()", CoreClass.turns(party))
                .build();
    }

    private MethodSpec member(RoleName party) {
        return MethodSpec.methodBuilder("member")
                .addJavadoc("""
                        Begins $L for a member; it may be played in a thread of its own. To be called once for each of the
                        {@code members}, before {@code join}.

                        @throws IllegalArgumentException if there is no such member, or it has left
                        """, party.block())
                .addModifiers(Modifier.PUBLIC)
                .returns(first(party))
                .addParameter(TypeName.INT, "index")
                .addStatement("core.check(STATE)")
                .addStatement("return core.$N(index)", CoreClass.branch(party))
                .build();
    }

    private ClassName first(RoleName party) {
        return Objects.requireNonNull(players.get(party)).initialType();
    }

    private MethodSpec join(Joining joining, RoleName party) {
        MethodSpec.Builder join = MethodSpec.methodBuilder("join")
                .addJavadoc("Waits until $L has been run for all members.\n", party.block())
                .addModifiers(Modifier.PUBLIC)
                .addStatement("core.check(STATE)")
                .addStatement("core.$N.join()", CoreClass.turns(party));
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
