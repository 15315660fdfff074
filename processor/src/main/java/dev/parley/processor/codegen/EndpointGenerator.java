package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Generates the classes of a protocol: one for its sessions and one for each role. */
public final class EndpointGenerator {

    private EndpointGenerator() {}

    /**
     * Returns the source files of a protocol, the session's first, then the roles' in order. Equal protocols give equal files.
     */
    public static List<JavaFile> generate(CompiledProtocol protocol, GenerationContext context) {
        Set<RoleName> all = protocol.machines().stream().map(StateMachine::role).collect(Collectors.toSet());
        return generate(protocol, all, context);
    }

    /**
     * Returns the source files for those who play some of a protocol's roles: the session, which leaves the other roles to
     * be played elsewhere, and the chosen roles in order.
     *
     * @param chosen roles of the protocol
     */
    public static List<JavaFile> generate(CompiledProtocol protocol, Set<RoleName> chosen, GenerationContext context) {
        ClassName name = GeneratedNames.protocol(protocol.declaration());
        ClassName session = GeneratedNames.session(protocol.declaration());
        WireFormat wire = new WireFormat(protocol);
        Map<RoleName, RoleModel> players = new LinkedHashMap<>();
        for (StateMachine machine : protocol.machines()) {
            if (chosen.contains(machine.role().role())) {
                ClassName role = GeneratedNames.role(protocol.declaration(), machine.role());
                players.put(machine.role(), new RoleModel(machine, role, wire));
            }
        }
        List<JavaFile> files = new ArrayList<>();
        files.add(file(new SessionClass(protocol, players, wire, context).type(), name, context));
        players.values()
                .forEach(role ->
                        files.add(file(new RoleClass(role, players, name, session, context).type(), name, context)));
        return files;
    }

    private static JavaFile file(TypeSpec type, ClassName protocol, GenerationContext context) {
        return JavaFile.builder(protocol.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(!context.shadowsJavaLang())
                .build();
    }
}
