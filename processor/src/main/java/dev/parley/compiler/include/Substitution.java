package dev.parley.compiler.include;

import dev.parley.compiler.protocol.Binding;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CallStep;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.IncludeStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.List;
import java.util.Map;

/**
 * What an included protocol's text becomes where it is included: roles are those that play them, and blocks have names that no
 * other block has. Places in the text stay what they are.
 *
 * @param protocol the included protocol
 * @param players for each of its roles the one that plays it
 */
record Substitution(ProtocolDeclaration protocol, Map<String, String> players) {

    /** Returns the name of the protocol's own block. */
    String mainName() {
        return IncludedNames.main(protocol.qualifiedName(), players);
    }

    /** Returns a block of the protocol as it is run. */
    BlockDeclaration of(BlockDeclaration block) {
        return new BlockDeclaration(
                name(block.name()),
                form(block.form()),
                block.admits().map(this::player),
                block.phase(),
                block.steps().stream().map(this::step).toList(),
                block.origin());
    }

    private String name(String block) {
        return block.equals(protocol.name()) ? mainName() : IncludedNames.block(mainName(), block);
    }

    private BlockForm form(BlockForm form) {
        if (form instanceof BlockForm.Choice choice) {
            return new BlockForm.Choice(player(choice.at()));
        }
        return form instanceof BlockForm.ForEach each
                ? new BlockForm.ForEach(player(each.family()), each.choiceAt().map(this::player), each.origin())
                : form;
    }

    private Step step(Step step) {
        Continuation next = step.next() instanceof Continuation.Block block ? block(block) : step.next();
        if (step instanceof MessageStep message) {
            return new MessageStep(
                    message.method(),
                    message.label(),
                    player(message.from()),
                    players(message.to()),
                    message.payload(),
                    message.varargs(),
                    next,
                    message.marks(),
                    message.labelOrigin(),
                    message.origin());
        }
        if (step instanceof CallStep call) {
            return new CallStep(call.method(), block(call.next()), call.marks(), call.origin());
        }
        if (step instanceof CrashStep crash) {
            return new CrashStep(crash.method(), player(crash.role()), next, crash.marks(), crash.origin());
        }
        IncludeStep include = (IncludeStep) step;
        List<Binding> bindings = include.bindings().stream()
                .map(binding -> new Binding(binding.role(), player(binding.to()), binding.origin()))
                .toList();
        return new IncludeStep(include.method(), include.protocol(), bindings, next, include.marks(), include.origin());
    }

    private Continuation.Block block(Continuation.Block next) {
        return new Continuation.Block(
                new Reference(name(next.block().name()), next.block().origin()));
    }

    private List<Reference> players(List<Reference> roles) {
        return roles.stream().map(this::player).toList();
    }

    /** What is no role of the protocol stays what it is, and is reported as such. */
    private Reference player(Reference role) {
        return new Reference(players.getOrDefault(role.name(), role.name()), role.origin());
    }
}
