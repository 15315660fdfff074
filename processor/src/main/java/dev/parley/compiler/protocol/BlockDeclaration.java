package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A block: the protocol interface itself or an interface nested in it.
 *
 * @param name its simple name
 * @param form how its steps combine
 * @param admits the family that new members may join where a run comes to this block
 * @param phase the stage of the work that it is
 * @param steps its methods, in declaration order
 * @param origin the interface
 */
public record BlockDeclaration(
        String name,
        BlockForm form,
        Optional<Reference> admits,
        Optional<Phase> phase,
        List<Step> steps,
        Origin origin) {

    /** Copies the steps. */
    public BlockDeclaration {
        steps = List.copyOf(steps);
    }

    /** Declares a sequence or, where a role chooses, a choice. */
    public BlockDeclaration(String name, Optional<Reference> choiceAt, List<Step> steps, Origin origin) {
        this(
                name,
                choiceAt.<BlockForm>map(BlockForm.Choice::new).orElseGet(BlockForm.Sequence::new),
                Optional.empty(),
                Optional.empty(),
                steps,
                origin);
    }

    /** Returns the role that chooses among the steps; nothing where no role does. */
    public Optional<Reference> choiceAt() {
        if (form instanceof BlockForm.Choice choice) {
            return Optional.of(choice.at());
        }
        return form instanceof BlockForm.ForEach forEach ? forEach.choiceAt() : Optional.empty();
    }

    /** Returns the same block with other steps. */
    public BlockDeclaration withSteps(List<Step> others) {
        return new BlockDeclaration(name, form, admits, phase, others, origin);
    }
}
