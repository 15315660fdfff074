package dev.parley.compiler.theory;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes protocols a little, as their authors do from one release to the next. */
final class Mutations {

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /** Returns the declaration with one change; the same declaration where the change drawn cannot be made. */
    ProtocolDeclaration mutate(ProtocolDeclaration declaration) {
        int chosen = random.nextInt(1 + declaration.blocks().size());
        if (chosen == 0) {
            return with(declaration, mutate(declaration.main()), declaration.blocks());
        }
        List<BlockDeclaration> blocks = new ArrayList<>(declaration.blocks());
        blocks.set(chosen - 1, mutate(blocks.get(chosen - 1)));
        return with(declaration, declaration.main(), blocks);
    }

    private static ProtocolDeclaration with(
            ProtocolDeclaration declaration, BlockDeclaration main, List<BlockDeclaration> blocks) {
        return new ProtocolDeclaration(
                declaration.packageName(),
                declaration.simpleNames(),
                declaration.roles(),
                main,
                blocks,
                declaration.edges(),
                declaration.origin());
    }

    private BlockDeclaration mutate(BlockDeclaration block) {
        List<Step> steps = new ArrayList<>(block.steps());
        int at = random.nextInt(steps.size());
        switch (random.nextInt(4)) {
            case 0 -> drop(steps, at);
            case 1 -> rename(steps, at, "renamed");
            case 2 -> Collections.swap(steps, at, random.nextInt(steps.size()));
            default -> {
                steps.add(at, steps.get(at));
                rename(steps, at, "added");
            }
        }
        return block.withSteps(steps);
    }

    private static void drop(List<Step> steps, int at) {
        if (steps.size() > 1) {
            steps.remove(at);
        }
    }

    private static void rename(List<Step> steps, int at, String name) {
        if (steps.get(at) instanceof MessageStep step) {
            steps.set(
                    at,
                    new MessageStep(
                            name,
                            new Label(name),
                            step.from(),
                            step.to(),
                            step.payload(),
                            step.varargs(),
                            step.next(),
                            step.labelOrigin(),
                            step.origin()));
        }
    }
}
