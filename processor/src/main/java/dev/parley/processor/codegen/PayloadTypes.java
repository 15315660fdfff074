package dev.parley.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.parley.compiler.protocol.TypeRef;
import java.util.List;

/** Payload types as generated code names them. */
final class PayloadTypes {

    private PayloadTypes() {}

    static TypeName name(TypeRef type) {
        if (type instanceof TypeRef.Primitive primitive) {
            return primitive(primitive);
        }
        if (type instanceof TypeRef.Declared declared) {
            return declared(declared);
        }
        if (type instanceof TypeRef.Array array) {
            return ArrayTypeName.of(name(array.component()));
        }
        TypeRef.Wildcard wildcard = (TypeRef.Wildcard) type;
        return switch (wildcard.bound()) {
            case NONE -> WildcardTypeName.subtypeOf(ClassName.OBJECT);
            case EXTENDS -> WildcardTypeName.subtypeOf(name(wildcard.type()));
            case SUPER -> WildcardTypeName.supertypeOf(name(wildcard.type()));
        };
    }

    private static TypeName primitive(TypeRef.Primitive type) {
        return switch (type) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }

    private static TypeName declared(TypeRef.Declared type) {
        List<String> names = type.simpleNames();
        ClassName raw = ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
        return type.arguments().isEmpty()
                ? raw
                : ParameterizedTypeName.get(
                        raw, type.arguments().stream().map(PayloadTypes::name).toArray(TypeName[]::new));
    }

    /** Returns the type as it tells one method from another of the same name. */
    static String erasure(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            return new TypeRef.Declared(declared.packageName(), declared.simpleNames(), List.of()).toString();
        }
        return type instanceof TypeRef.Array array ? erasure(array.component()) + "[]" : type.toString();
    }

    /** Returns whether a cast to the type can be checked at run time: whether it is what the language calls reifiable. */
    static boolean isReifiable(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            return declared.arguments().stream()
                    .allMatch(argument ->
                            argument instanceof TypeRef.Wildcard wildcard && wildcard.bound() == TypeRef.Bound.NONE);
        }
        return !(type instanceof TypeRef.Array array) || isReifiable(array.component());
    }
}
