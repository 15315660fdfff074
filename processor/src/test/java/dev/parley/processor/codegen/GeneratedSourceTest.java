package dev.parley.processor.codegen;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The generated sources as users see them. */
class GeneratedSourceTest {

    @Test
    void choiceAndRecursion(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(Sources.CALCULATOR).files());
    }

    @Test
    void guards(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(Sources.MEETING).files());
    }

    @Test
    void crashAndTimeout(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(Sources.SHIFT).files());
    }

    @Test
    void phases(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(Sources.STUDIO).files());
    }

    @Test
    void multicastAndReferences(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(Sources.TWO_BUYER).files());
    }

    @Test
    void branchesOfAParallelBlock(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(Sources.ROUNDS).files());
    }
}
