package dev.parley.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.parley.compiler.CompiledProtocol;
import java.util.ArrayList;
import java.util.List;

/** Generates the classes of a protocol: one for its sessions and one for each role. */
public final class EndpointGenerator {

    private EndpointGenerator() {}

    /**
     * Returns the source files of a protocol, the session's first, then the roles' in order. Equal protocols give equal files.
     */
    public static List<JavaFile> generate(CompiledProtocol protocol, GenerationContext context) {
        ClassName name = GeneratedNames.protocol(protocol.declaration());
        WireFormat wire = new WireFormat(protocol);
        List<RoleModel> roles = protocol.machines().stream()
                .map(machine ->
                        new RoleModel(machine, GeneratedNames.role(protocol.declaration(), machine.role()), wire))
                .toList();
        List<JavaFile> files = new ArrayList<>();
        files.add(file(new SessionClass(protocol, roles, context).type(), name, context));
        for (int i = 0; i < roles.size(); i++) {
            files.add(file(new RoleClass(roles.get(i), i, name, context).type(), name, context));
        }
        return files;
    }

    private static JavaFile file(TypeSpec type, ClassName protocol, GenerationContext context) {
        return JavaFile.builder(protocol.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(!context.shadowsJavaLang())
                .build();
    }
}
