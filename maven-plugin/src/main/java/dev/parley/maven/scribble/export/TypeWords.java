package dev.parley.maven.scribble.export;

import dev.parley.compiler.protocol.TypeRef;
import dev.parley.compiler.protocol.TypeRef.Primitive;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives the types of payloads names: in Scribble with a declaration for each, in nuscr names that say it all. */
final class TypeWords {

    private static final Map<Primitive, String> BOXES = Map.of(
            Primitive.INT, "Integer",
            Primitive.LONG, "Long",
            Primitive.SHORT, "Short",
            Primitive.BYTE, "Byte",
            Primitive.CHAR, "Character",
            Primitive.BOOLEAN, "Boolean",
            Primitive.FLOAT, "Float",
            Primitive.DOUBLE, "Double");

    private final Language language;
    private final Words aliases = new Words("type");
    private final Map<TypeRef, String> names = new LinkedHashMap<>();
    private final List<String> declarations = new ArrayList<>();
    private final Set<String> refusals = new TreeSet<>();

    TypeWords(Language language) {
        this.language = language;
    }

    /** Returns the lines that declare the types. */
    List<String> declarations() {
        return declarations;
    }

    /** Returns why types cannot be named. */
    Set<String> refusals() {
        return refusals;
    }

    /** Returns the name of a type. */
    String of(TypeRef type) {
        String known = names.get(type);
        if (known == null) {
            known = language == Language.NUSCR ? nuscr(type) : declared(type);
            names.put(type, known);
        }
        return known;
    }

    private String declared(TypeRef type) {
        String external = type instanceof Primitive primitive ? "java.lang." + BOXES.get(primitive) : type.toString();
        if (!external.matches("[A-Za-z0-9_.\\[\\]]+")) {
            refusals.add(
                    "Scribble has no name for the type " + type + ": it knows neither type arguments nor letters other"
                            + " than a to z; declare a record that holds such a value");
        }
        if (BOXES.containsValue(external.substring(external.lastIndexOf('.') + 1)) && !(type instanceof Primitive)) {
            refusals.add(
                    "Scribble calls int and Integer both java.lang.Integer: send the primitive instead of " + type);
        }
        String simple = external.substring(external.lastIndexOf('.') + 1).replace("[]", "s");
        String alias = aliases.fresh(type instanceof Primitive ? type.toString() : simple);
        String source = external.startsWith("java.")
                ? "rt.jar"
                : external.replace('.', '/').replace("[]", "") + ".java";
        declarations.add("type <java> \"" + external + "\" from \"" + source + "\" as " + alias + ";");
        return alias;
    }

    private String nuscr(TypeRef type) {
        String name = switch (type.toString()) {
            case "boolean" -> "bool";
            case "java.lang.String" -> "string";
            default -> type.toString();
        };
        if (!name.matches("[A-Za-z0-9_.]+")
                || !Words.legal(name.replace('.', '_')).equals(name.replace('.', '_'))) {
            refusals.add("nuscr has no name for the type " + type
                    + ": it knows neither arrays nor type arguments nor letters"
                    + " other than a to z; declare a record that holds such a value");
        }
        return name;
    }
}
