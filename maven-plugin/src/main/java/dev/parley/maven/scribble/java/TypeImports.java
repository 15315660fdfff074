package dev.parley.maven.scribble.java;

import dev.parley.compiler.protocol.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Knows which types a source file may call by their simple names, and which it has to import for that. */
final class TypeImports {

    private static final String ANNOTATIONS = "dev.parley.annotation";

    private final String packageName;
    private final Set<String> own;
    private final Map<String, String> meaning = new HashMap<>();
    private final Set<String> imports = new TreeSet<>();

    /**
     * Creates the imports of a file.
     *
     * @param packageName its package
     * @param own the simple names of the types declared in it
     */
    TypeImports(String packageName, Set<String> own) {
        this.packageName = packageName;
        this.own = new HashSet<>(own);
    }

    /** Returns the lines, sorted. */
    List<String> lines() {
        return imports.stream().map(name -> "import " + name + ";").toList();
    }

    /** Returns how the file names an annotation, or the type {@code End}. */
    String annotation(String simpleName) {
        return named(ANNOTATIONS, simpleName);
    }

    /** Returns how the file names a type. */
    String type(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return type(array.component()) + "[]";
        } else if (type instanceof TypeRef.Declared declared) {
            List<String> names = declared.simpleNames();
            String nested = names.stream().skip(1).map(name -> "." + name).collect(Collectors.joining());
            String arguments = declared.arguments().isEmpty()
                    ? ""
                    : declared.arguments().stream().map(this::type).collect(Collectors.joining(", ", "<", ">"));
            return named(declared.packageName(), names.get(0)) + nested + arguments;
        } else if (type instanceof TypeRef.Wildcard wildcard) {
            return switch (wildcard.bound()) {
                case NONE -> "?";
                case EXTENDS -> "? extends " + type(wildcard.type());
                case SUPER -> "? super " + type(wildcard.type());
            };
        }
        return type.toString();
    }

    private String named(String typePackage, String simpleName) {
        String qualified = typePackage.isEmpty() ? simpleName : typePackage + "." + simpleName;
        boolean free = !own.contains(simpleName)
                && meaning.computeIfAbsent(simpleName, name -> qualified).equals(qualified);
        if (!free) {
            return qualified;
        }
        if (!typePackage.isEmpty() && !typePackage.equals("java.lang") && !typePackage.equals(packageName)) {
            imports.add(qualified);
        }
        return simpleName;
    }
}
