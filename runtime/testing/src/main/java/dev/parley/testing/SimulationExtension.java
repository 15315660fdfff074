package dev.parley.testing;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
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
        return LongStream.range(0, test.runs()).mapToObj(run -> new Run(Simulation.seeded(test.seed() + run)));
    }

    /** One run: hands the simulation to the test, and says what happened in it when the test fails. */
    private record Run(Simulation simulation)
            implements TestTemplateInvocationContext, ParameterResolver, TestExecutionExceptionHandler {

        @Override
        public String getDisplayName(int invocationIndex) {
            return "seed " + simulation.seed();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Simulation.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return simulation;
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
            throw new SimulationFailedError(simulation, failure);
        }
    }
}
