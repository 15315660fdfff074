package dev.parley.processor.codegen;

import static dev.parley.processor.codegen.RuntimeTypes.CHECK_RETURN_VALUE;
import static dev.parley.processor.codegen.RuntimeTypes.SEAT;
import static dev.parley.processor.codegen.RuntimeTypes.SEAT_AT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The methods by which a role is handed over: one that turns a state into a seat, and one in the role's class that sits down on it.
 * There is a pair for the first state, and one for each block at whose start the role has one state.
 */
final class SeatMethods {

    private final RoleModel model;
    private final ClassName protocol;
    private final int role;
    private final boolean canName;

    SeatMethods(RoleModel model, ClassName protocol, int role, GenerationContext context) {
        this.model = model;
        this.protocol = protocol;
        this.role = role;
        boolean single = !model.isFamily()
                && !model.machine().role().isParty()
                && model.parties().isEmpty();
        this.canName = single && context.seesProtocol() && !isHidden();
    }

    /** A type in the unnamed package has no longer name to be known by where a nested type is named like it. */
    private boolean isHidden() {
        return protocol.packageName().isEmpty()
                && model.names().isTaken(protocol.topLevelClassName().simpleName());
    }

    /** Where a role may be handed over: at its start or, else, at that of a block. */
    private record Spot(StateType state, Optional<String> block) {

        String suffix() {
            return block.map(name -> "At" + name).orElse("");
        }

        String words() {
            return block.map(name -> "at the start of {@code " + name + "}").orElse("from its start on");
        }
    }

    /** Adds the methods that turn a state into a seat. */
    void addTo(TypeSpec.Builder type, StateType state) {
        for (Spot spot : spots(state)) {
            MethodSpec.Builder method = MethodSpec.methodBuilder(MemberNames.TO_SEAT + spot.suffix())
                    .addJavadoc(
                            "Makes a seat of this state: whoever sits down on it plays the role $L.\n", spot.words())
                    .addAnnotation(CHECK_RETURN_VALUE)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(seat(spot))
                    .addStatement("core.check(STATE)");
            if (model.isTimed(state.state())) {
                method.addJavadoc("The time to choose begins anew then.\n").addStatement("core.choose()");
            }
            type.addMethod(method.addStatement("core.state = ~STATE")
                    .addStatement("return new $T<>(core)", spot.block().isEmpty() ? SEAT : SEAT_AT)
                    .build());
        }
    }

    /** Returns the methods that sit down. */
    List<MethodSpec> sits(ClassName session) {
        List<MethodSpec> sits = new ArrayList<>();
        for (StateType state : model.stateTypes()) {
            for (Spot spot : spots(state)) {
                sits.add(MethodSpec.methodBuilder("sit" + spot.suffix())
                        .addJavadoc("Takes the role over $L.\n", spot.words())
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(state.name())
                        .addParameter(seat(spot), "seat")
                        .addStatement(
                                "return $L.$N()",
                                CoreClass.create(
                                        model,
                                        CodeBlock.of("seat.take($T.SPEC, $L, $T.STATE)", session, role, state.name())),
                                CoreClass.enter(state.name()))
                        .build());
            }
        }
        return sits;
    }

    private List<Spot> spots(StateType type) {
        State state = type.state();
        List<Spot> spots = new ArrayList<>();
        if (!canName) {
            return spots;
        }
        if (state.number() == 0) {
            spots.add(new Spot(type, Optional.empty()));
        }
        state.block().filter(model::startsOnce).ifPresent(block -> spots.add(new Spot(type, Optional.of(block))));
        return spots;
    }

    private TypeName seat(Spot spot) {
        ClassName played = protocol.nestedClass(model.machine().role().value());
        return spot.block()
                .map(block -> ParameterizedTypeName.get(SEAT_AT, played, protocol.nestedClass(block)))
                .orElseGet(() -> ParameterizedTypeName.get(SEAT, played));
    }
}
