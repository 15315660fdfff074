package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import java.util.stream.Stream;

/** The names of the top-level types that are generated for a protocol, all into the protocol's package. */
public final class GeneratedNames {

    private GeneratedNames() {}

    /**
     * Returns the simple names of all types generated for a protocol: the session's, then one for each role. Two that are
     * equal, or differ in case only, cannot be generated side by side.
     */
    public static List<String> types(ProtocolDeclaration protocol) {
        return Stream.concat(
                        Stream.of(session(protocol)),
                        protocol.roles().stream().map(role -> role(protocol, role.name())))
                .map(ClassName::simpleName)
                .toList();
    }

    /** Returns the same for a compiled protocol: the parties of roles have types, too. */
    public static List<String> types(CompiledProtocol protocol) {
        return Stream.concat(
                        types(protocol.declaration()).stream(),
                        protocol.machines().stream()
                                .map(StateMachine::role)
                                .filter(RoleName::isParty)
                                .map(party ->
                                        role(protocol.declaration(), party).simpleName()))
                .toList();
    }

    /** Returns the name of the resource that holds a protocol's compiled tables, as {@link SpecText} writes them. */
    public static String resource(ProtocolDeclaration protocol) {
        return "META-INF/parley/" + protocol.qualifiedName() + ".spec";
    }

    static ClassName session(ProtocolDeclaration protocol) {
        return ClassName.get(protocol.packageName(), protocol.generatedPrefix() + "Session");
    }

    static ClassName role(ProtocolDeclaration protocol, RoleName role) {
        return ClassName.get(protocol.packageName(), protocol.generatedPrefix() + role.typeName());
    }

    static ClassName protocol(ProtocolDeclaration protocol) {
        List<String> names = protocol.simpleNames();
        return ClassName.get(
                protocol.packageName(),
                names.get(0),
                names.subList(1, names.size()).toArray(String[]::new));
    }
}
