package dev.parley.testing;

import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run: hands the simulation to the test, and says what happened in it when the test fails. */
record SimulationRun(String name, Simulation simulation)
        implements TestTemplateInvocationContext,
                ParameterResolver,
                TestExecutionExceptionHandler,
                AfterTestExecutionCallback {

    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
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
    public void afterTestExecution(ExtensionContext context) {
        simulation.check();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        throw new SimulationFailedError(simulation, failure);
    }
}
