package dev.parley.compiler.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value together with everything that was found on the way to it. Problems never replace one another, and a value may
 * come with errors where later steps can still find more.
 *
 * @param <T> the value's type
 * @param value the value; absent only where errors left nothing to go on with
 * @param diagnostics all that was found, in the order found
 */
public record Result<T>(Optional<T> value, List<Diagnostic> diagnostics) {

    /** Copies the diagnostics. */
    public Result {
        diagnostics = List.copyOf(diagnostics);
        if (value.isEmpty() && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("no value, and no error that says why");
        }
    }

    /** Returns a value with what was found on the way. */
    public static <T> Result<T> of(T value, List<Diagnostic> diagnostics) {
        return new Result<>(Optional.of(value), diagnostics);
    }

    /** Returns what was found where there is no value to go on with. */
    public static <T> Result<T> none(List<Diagnostic> diagnostics) {
        return new Result<>(Optional.empty(), diagnostics);
    }

    /** Goes on with the value, if there is one, and collects what the next step finds. */
    public <R> Result<R> then(Function<? super T, Result<R>> step) {
        if (value.isEmpty()) {
            return none(diagnostics);
        }
        Result<R> next = step.apply(value.get());
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(next.diagnostics);
        return new Result<>(next.value, all);
    }

    /** Returns whether anything found is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
