package dev.parley.testing;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link SimulationTest} with each of its seeds. */
final class SimulationExtension implements TestTemplateInvocationContextProvider {

    SimulationExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(SimulationTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        SimulationTest test = context.getRequiredTestMethod().getAnnotation(SimulationTest.class);
        if (test.runs() < 1) {
            throw new IllegalArgumentException(
                    "@SimulationTest says runs = " + test.runs() + "; it must be at least 1.");
        }
        return LongStream.range(0, test.runs())
                .mapToObj(
                        run -> new SimulationRun("seed " + (test.seed() + run), Simulation.seeded(test.seed() + run)));
    }
}
