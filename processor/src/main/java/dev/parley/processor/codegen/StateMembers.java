package dev.parley.processor.codegen;

import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.protocol.RoleName;
import java.util.Map;
import java.util.Optional;

/** What may be done in a state, added to whichever type stands for it. */
final class StateMembers {

    private final SendMethods sends;
    private final ReceiveMethods receives;
    private final GatherMethods gathers;
    private final ReceivedType received;
    private final BranchMethods branches;
    private final TurnMethods turns;
    private final IntakeMethods intakes;
    private final RoleModel model;
    private final Optional<HandlerStates> handler;

    StateMembers(
            RoleModel model,
            Map<RoleName, RoleModel> players,
            Optional<HandlerStates> handler,
            GenerationContext context) {
        this.model = model;
        this.handler = handler;
        sends = new SendMethods(model);
        receives = new ReceiveMethods(model, context);
        gathers = new GatherMethods(model);
        branches = new BranchMethods(model, players);
        intakes = new IntakeMethods(model);
        turns = new TurnMethods(model, players);
        received = new ReceivedType(model, context);
    }

    /** Adds what may be done in a parallel block that the role was in when its session was reopened. */
    void addResumed(TypeSpec.Builder type, Joining joining) {
        type.addMethods(branches.resumedMethods(joining));
    }

    void addTo(TypeSpec.Builder type, State state) {
        if (model.joining(state).isPresent()) {
            Joining joining = model.joining(state).get();
            boolean turn = model.isTurn(joining.parties().get(0));
            type.addMethods(turn ? turns.methods(joining) : branches.methods(joining));
        } else if (state.sends()) {
            model.sendings(state).forEach(sending -> type.addMethod(sends.method(sending)));
            type.addMethods(intakes.admits(state));
            handler.ifPresent(states -> states.addResting(type, state));
        } else {
            type.addMethods(model.gathers(state) ? gathers.methods(state) : receives.methods(state));
            handler.ifPresent(states -> states.addWaiting(type, state));
        }
        if (model.hasAlternatives(state)) {
            type.addType(received.type(state));
        }
    }
}
