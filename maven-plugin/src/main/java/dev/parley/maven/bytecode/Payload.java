package dev.parley.maven.bytecode;

import dev.parley.compiler.protocol.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * Reads the type of one parameter from a signature (JVMS 4.7.9.1), of which a descriptor is a special case. Where a type
 * cannot be used {@code Object} stands in for it. Of several problems the first is kept: they are about one type.
 */
final class Payload {

    private static final TypeRef OBJECT = new TypeRef.Declared("java.lang", List.of("Object"), List.of());

    private final TypeNames names;
    private final String home;
    private TypeRef type = OBJECT;
    private Optional<String> problem = Optional.empty();

    /**
     * Creates a reader.
     *
     * @param names the names of types
     * @param home the package of the protocol
     */
    Payload(TypeNames names, String home) {
        this.names = names;
        this.home = home;
    }

    /** Returns what takes in the parameter's type. */
    SignatureVisitor visitor() {
        return new TypeVisitor(read -> type = read);
    }

    /** Returns the type read. */
    TypeRef type() {
        return type;
    }

    /** Returns why the type cannot be used. */
    Optional<String> problem() {
        return problem;
    }

    private final class TypeVisitor extends SignatureVisitor {

        private final Consumer<TypeRef> whenRead;
        private final List<TypeRef> arguments = new ArrayList<>();
        private String name = "";
        private Optional<String> inner = Optional.empty();

        TypeVisitor(Consumer<TypeRef> whenRead) {
            super(Opcodes.ASM9);
            this.whenRead = whenRead;
        }

        @Override
        public void visitBaseType(char descriptor) {
            String primitive = Type.getType(String.valueOf(descriptor)).getClassName();
            whenRead.accept(TypeRef.Primitive.valueOf(primitive.toUpperCase(Locale.ROOT)));
        }

        /** Its declaration is refused. */
        @Override
        public void visitTypeVariable(String variable) {
            whenRead.accept(OBJECT);
        }

        @Override
        public SignatureVisitor visitArrayType() {
            return new TypeVisitor(component -> whenRead.accept(new TypeRef.Array(component)));
        }

        @Override
        public void visitClassType(String internalName) {
            name = internalName;
        }

        /** A signature spells the enclosing type out only where that one is parameterized. */
        @Override
        public void visitInnerClassType(String simpleName) {
            TypeNames.Name outer = names.of(name);
            TypeRef enclosing = new TypeRef.Declared(outer.packageName(), outer.simpleNames(), arguments);
            inner = inner.or(() -> Optional.of("is of an inner class of the parameterized type " + enclosing));
            name += "$" + simpleName;
            arguments.clear();
        }

        @Override
        public void visitTypeArgument() {
            arguments.add(new TypeRef.Wildcard(TypeRef.Bound.NONE, OBJECT));
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new TypeVisitor(argument -> arguments.add(
                    switch (wildcard) {
                        case EXTENDS -> new TypeRef.Wildcard(TypeRef.Bound.EXTENDS, argument);
                        case SUPER -> new TypeRef.Wildcard(TypeRef.Bound.SUPER, argument);
                        default -> argument;
                    }));
        }

        @Override
        public void visitEnd() {
            TypeNames.Name type = names.of(name);
            Optional<String> why =
                    inner.or(() -> names.hidden(name, home).map(hidden -> "is of type " + type + ", and " + hidden));
            problem = problem.or(() -> why);
            whenRead.accept(
                    why.isPresent() ? OBJECT : new TypeRef.Declared(type.packageName(), type.simpleNames(), arguments));
        }
    }
}
