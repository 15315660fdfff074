package dev.parley.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs an {@link ExplorationTest} with each of its runs. */
final class ExplorationExtension implements TestTemplateInvocationContextProvider {

    ExplorationExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(ExplorationTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ExplorationTest test = context.getRequiredTestMethod().getAnnotation(ExplorationTest.class);
        if (test.runs() < 1) {
            throw new IllegalArgumentException(
                    "@ExplorationTest says runs = " + test.runs() + "; it must be at least 1.");
        }
        if (!test.run().isEmpty()) {
            return Stream.of(new SimulationRun("run " + test.run(), new Simulation(Trail.again(test.run()))));
        }
        AtomicInteger number = new AtomicInteger();
        // Lazy: what the next run is shows only when the last is over.
        return StreamSupport.stream(Exploration.of(test.preemptions()).spliterator(), false)
                .limit(test.runs())
                .map(simulation -> new SimulationRun("run " + number.incrementAndGet(), simulation));
    }
}
