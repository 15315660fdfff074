package dev.parley.maven.generate;

import com.palantir.javapoet.JavaFile;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.maven.bytecode.ProtocolScanner;
import dev.parley.maven.bytecode.TypeLookup;
import dev.parley.processor.codegen.EndpointGenerator;
import dev.parley.processor.codegen.GeneratedNames;
import dev.parley.processor.codegen.GenerationContext;
import dev.parley.processor.codegen.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Generates endpoints for protocols in class files. Where a protocol comes twice the first counts, as it does for the
 * Java compiler.
 */
public final class Generation {

    private final List<Path> classPath;
    private final Selection selection;

    /**
     * Creates a generation.
     *
     * @param classPath folders and jars that hold protocols, and the types they mention
     * @param selection which endpoints are wanted
     */
    public Generation(List<Path> classPath, Selection selection) {
        this.classPath = List.copyOf(classPath);
        this.selection = selection;
    }

    /**
     * What was generated.
     *
     * @param files the texts of the source files by their path, such as {@code shop/SaleBuyer.java}; empty if anything refuses them
     * @param errors why they are refused
     * @param warnings what may be wrong in spite of which they can be used
     */
    public record Output(Map<String, String> files, List<Diagnostic> errors, List<String> warnings) {

        /** Copies the lists and the map, which stays in order. */
        public Output {
            files = new TreeMap<>(files);
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Generates the endpoints.
     *
     * @throws IOException if a class file cannot be read
     * @throws UnknownNameException if a protocol or role is wanted that there is not
     */
    public Output generate() throws IOException, UnknownNameException {
        Map<String, Result<ProtocolDeclaration>> found = find();
        List<Diagnostic> errors = new ArrayList<>();
        List<CompiledProtocol> compiled = new ArrayList<>();
        for (String name : new TreeSet<>(selection.protocolsOf(found.keySet()))) {
            Result<CompiledProtocol> result = compile(Objects.requireNonNull(found.get(name)));
            result.diagnostics().stream().filter(Generation::refuses).forEach(errors::add);
            result.value().ifPresent(compiled::add);
        }
        if (!errors.isEmpty()) {
            return new Output(Map.of(), errors, List.of());
        }
        Map<String, String> files = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        try (TypeLookup types = new TypeLookup(classPath)) {
            for (Map.Entry<CompiledProtocol, Set<RoleName>> each :
                    selection.rolesOf(compiled).entrySet()) {
                files.putAll(files(each.getKey(), each.getValue(), types));
                clash(each.getKey().declaration(), files.keySet(), types).ifPresent(warnings::add);
            }
        }
        return new Output(files, List.of(), warnings);
    }

    private Map<String, Result<ProtocolDeclaration>> find() throws IOException {
        ProtocolScanner scanner = new ProtocolScanner(classPath);
        Map<String, Result<ProtocolDeclaration>> found = new TreeMap<>();
        for (Path entry : classPath) {
            scanner.scanByName(entry).forEach(found::putIfAbsent);
        }
        return found;
    }

    private static Result<CompiledProtocol> compile(Result<ProtocolDeclaration> read) {
        Result<CompiledProtocol> compiled = read.then(ProtocolCompiler::compile);
        return compiled.hasErrors() ? compiled : compiled.then(protocol -> Result.of(protocol, Limits.check(protocol)));
    }

    /** The names of parameters become names of methods, so they are needed here, as they are not elsewhere. */
    private static boolean refuses(Diagnostic found) {
        return found.isError() || found.id() == DiagnosticId.PARAMETER_NAMES;
    }

    private static Map<String, String> files(CompiledProtocol protocol, Set<RoleName> roles, TypeLookup types)
            throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (JavaFile file : EndpointGenerator.generate(protocol, roles, context(protocol.declaration(), types))) {
            texts.put(path(file.packageName(), file.typeSpec().name()) + ".java", file.toString());
        }
        return texts;
    }

    private static GenerationContext context(ProtocolDeclaration protocol, TypeLookup types) throws IOException {
        return new GenerationContext(
                types.isPublic(path(protocol.packageName(), String.join("$", protocol.simpleNames()))),
                true,
                types.contains("org/jspecify/annotations/Nullable"),
                types.shadowsJavaLang(protocol.packageName()),
                true);
    }

    private static String path(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
    }

    private static Optional<String> clash(ProtocolDeclaration protocol, Set<String> files, TypeLookup types)
            throws IOException {
        for (String name : GeneratedNames.types(protocol)) {
            String type = path(protocol.packageName(), name);
            if (files.contains(type + ".java") && types.contains(type)) {
                return Optional.of("A dependency holds the endpoint " + type.replace('/', '.')
                        + " already, which is generated here too. Publish the protocol " + protocol.qualifiedName()
                        + " without endpoints (compiled with -Aparley.generate=none), or use those of the dependency.");
            }
        }
        return Optional.empty();
    }
}
