package dev.parley.processor;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * What was read of a protocol.
 *
 * @param declaration what could be read
 * @param others the other protocols that it names, directly or by way of one of them
 * @param whole whether that is all the protocol says; what is not whole cannot be judged
 * @param typesMissing whether the protocol mentions types that do not exist; other processors may yet generate them
 * @param diagnostics what is wrong with it, as far as its source shows
 */
record Reading(
        ProtocolDeclaration declaration,
        List<TypeElement> others,
        boolean whole,
        boolean typesMissing,
        List<Diagnostic> diagnostics) {

    Reading {
        others = List.copyOf(others);
        diagnostics = List.copyOf(diagnostics);
    }
}
