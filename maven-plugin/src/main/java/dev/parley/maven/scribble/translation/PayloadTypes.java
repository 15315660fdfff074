package dev.parley.maven.scribble.translation;

import dev.parley.compiler.protocol.TypeRef;
import dev.parley.compiler.protocol.TypeRef.Primitive;
import dev.parley.maven.scribble.syntax.ScribbleModule;
import dev.parley.maven.scribble.syntax.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/**
 * The Java types of payloads. A type that is defined in no language Java knows becomes a record in the protocols' package,
 * without components, for the user to fill in.
 */
public final class PayloadTypes {

    private static final TypeRef STRING = new TypeRef.Declared("java.lang", List.of("String"), List.of());

    private static final Map<String, TypeRef> BUILT_IN = Map.ofEntries(
            Map.entry("int", Primitive.INT),
            Map.entry("integer", Primitive.INT),
            Map.entry("nat", Primitive.INT),
            Map.entry("long", Primitive.LONG),
            Map.entry("short", Primitive.SHORT),
            Map.entry("byte", Primitive.BYTE),
            Map.entry("char", Primitive.CHAR),
            Map.entry("bool", Primitive.BOOLEAN),
            Map.entry("boolean", Primitive.BOOLEAN),
            Map.entry("float", Primitive.FLOAT),
            Map.entry("double", Primitive.DOUBLE),
            Map.entry("string", STRING),
            Map.entry("str", STRING));

    private static final Map<String, Primitive> BOXES = Map.of(
            "java.lang.Integer", Primitive.INT,
            "java.lang.Long", Primitive.LONG,
            "java.lang.Short", Primitive.SHORT,
            "java.lang.Byte", Primitive.BYTE,
            "java.lang.Character", Primitive.CHAR,
            "java.lang.Boolean", Primitive.BOOLEAN,
            "java.lang.Float", Primitive.FLOAT,
            "java.lang.Double", Primitive.DOUBLE);

    private final String packageName;
    private final Map<String, String> stubs = new TreeMap<>();

    /** Creates the types of the protocols of one package. */
    public PayloadTypes(String packageName) {
        this.packageName = packageName;
    }

    /** Returns the records to write, each with what it stands for. */
    public Map<String, String> stubs() {
        return Map.copyOf(stubs);
    }

    TypeRef external(TypeDeclaration declaration, ScribbleModule module) {
        return declaration.schema().equals("java")
                ? java(declaration.external())
                : stub(
                        declaration.alias(),
                        "<" + declaration.schema() + "> \"" + declaration.external() + "\" from \""
                                + declaration.source() + "\" of " + module.file());
    }

    /** Returns whether a declaration names a type that Java source can name. */
    static boolean isNameable(TypeDeclaration declaration) {
        String name = declaration.external().replace('$', '.').replaceAll("(\\[])*$", "");
        return !declaration.schema().equals("java")
                || SourceVersion.isName(name, SourceVersion.RELEASE_17)
                || builtIn(name).filter(Primitive.class::isInstance).isPresent();
    }

    TypeRef stub(String alias, String meaning) {
        String name = JavaNames.type(alias);
        stubs.put(name, meaning);
        return new TypeRef.Declared(packageName, List.of(name), List.of());
    }

    static Optional<TypeRef> builtIn(String name) {
        return Optional.ofNullable(BUILT_IN.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the Java type of a qualified name: boxes become what is in them, as no payload is null. */
    static TypeRef java(String name) {
        if (name.endsWith("[]")) {
            String component = name.substring(0, name.length() - 2);
            return new TypeRef.Array(BOXES.containsKey(component) ? declared(component) : java(component));
        }
        if (BOXES.containsKey(name)) {
            return BOXES.get(name);
        }
        for (Primitive primitive : Primitive.values()) {
            if (primitive.toString().equals(name)) {
                return primitive;
            }
        }
        return declared(name);
    }

    private static TypeRef declared(String name) {
        List<String> parts = new ArrayList<>(List.of(name.replace('$', '.').split("\\.")));
        List<String> packages = new ArrayList<>();
        while (parts.size() > 1 && !Character.isUpperCase(parts.get(0).charAt(0))) {
            packages.add(parts.remove(0));
        }
        return new TypeRef.Declared(String.join(".", packages), parts, List.of());
    }
}
