package dev.parley.compiler.diagram;

import static dev.parley.compiler.Protocols.STRING;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.par;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static dev.parley.compiler.machine.Machines.machine;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.KnownProtocols;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.TypeRef;
import java.util.List;

/** What the tests draw. */
final class Drawn {

    static final CompiledProtocol CALCULATOR = compiled(KnownProtocols.named("Calculator"));

    /** It may be done at once or hear more. */
    static final StateMachine MACHINE = machine("C", "accepting | A?more 1", "A!again 0 | B!done 2", "accepting");

    /** Roles called like words of the languages, and a type that looks like a tag. */
    static final CompiledProtocol HOSTILE = compiled(protocol(choice(
            "Alt__Else",
            "Note",
            msg("Note", "End, Über", "title", new TypeRef.Declared("java.util", List.of("List"), List.of(STRING)))
                    .then("Alt__Else"),
            msg("Note", "End, Über", "end").then(seq("Loop", msg("End", "Note", "loop"))))));

    /** Two things at once between the same roles. */
    static final ProtocolDeclaration PARALLEL = protocol(seq(
            "Assay",
            run(par(
                    "Both",
                    msg("Clinic", "Lab", "blood").then(seq("Finding", msg("Lab", "Clinic", "finding", STRING))),
                    msg("Lab", "Clinic", "bill", TypeRef.Primitive.INT))),
            msg("Clinic", "Lab", "thanks")));

    private Drawn() {}

    private static CompiledProtocol compiled(ProtocolDeclaration declaration) {
        return ProtocolCompiler.compile(declaration).value().orElseThrow();
    }
}
