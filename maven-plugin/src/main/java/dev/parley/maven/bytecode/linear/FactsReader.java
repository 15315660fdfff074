package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.ClassFacts.MethodFacts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads what a class file declares. */
final class FactsReader extends ClassVisitor {

    private static final String TAKES_OVER = "Ldev/parley/annotation/TakesOver;";
    private static final String BORROWS = "Ldev/parley/annotation/Borrows;";
    private static final String IGNORABLE = "Ldev/parley/runtime/CanIgnoreReturnValue;";
    private static final String KOTLIN = "Lkotlin/Metadata;";

    private String name = "";
    private int access;
    private @Nullable String superName;
    private List<String> interfaces = List.of();
    private final List<String> permitted = new ArrayList<>();
    private final List<String> fieldTypes = new ArrayList<>();
    private final List<String> staticFieldTypes = new ArrayList<>();
    private final Map<String, MethodFacts> methods = new HashMap<>();
    private boolean declaresThrown = true;

    private FactsReader() {
        super(Opcodes.ASM9);
    }

    static ClassFacts read(byte[] classFile) {
        FactsReader reader = new FactsReader();
        new ClassReader(classFile)
                .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFacts(
                reader.name,
                reader.access,
                reader.superName,
                reader.interfaces,
                reader.permitted,
                reader.fieldTypes,
                reader.staticFieldTypes,
                reader.methods,
                reader.declaresThrown);
    }

    @Override
    public void visit(
            int version,
            int flags,
            String internalName,
            @Nullable String signature,
            @Nullable String superClass,
            String[] superInterfaces) {
        name = internalName;
        access = flags;
        superName = superClass;
        interfaces = List.of(superInterfaces);
    }

    @Override
    public void visitPermittedSubclass(String permittedSubclass) {
        permitted.add(permittedSubclass);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (descriptor.equals(KOTLIN)) {
            declaresThrown = false;
        }
        return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int flags, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        ((flags & Opcodes.ACC_STATIC) == 0 ? fieldTypes : staticFieldTypes).add(descriptor);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int flags,
            String method,
            String descriptor,
            @Nullable String signature,
            String[] exceptions) { // null for none
        BitSet takesOver = new BitSet();
        BitSet borrows = new BitSet();
        int parameters = Type.getArgumentTypes(descriptor).length;
        return new MethodVisitor(Opcodes.ASM9) {
            // Compilers do not count the parameters that they have added, which come first.
            private int added;

            private boolean ignorable;

            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                ignorable |= annotation.equals(IGNORABLE);
                return null;
            }

            @Override
            public void visitAnnotableParameterCount(int annotable, boolean visible) {
                if (!visible) {
                    added = parameters - annotable;
                }
            }

            @Override
            public @Nullable AnnotationVisitor visitParameterAnnotation(
                    int parameter, String annotation, boolean visible) {
                if (annotation.equals(TAKES_OVER)) {
                    takesOver.set(parameter + added);
                } else if (annotation.equals(BORROWS)) {
                    borrows.set(parameter + added);
                }
                return null;
            }

            @Override
            public void visitEnd() {
                methods.put(
                        method + descriptor,
                        new MethodFacts(
                                flags,
                                method,
                                descriptor,
                                exceptions == null ? List.of() : List.of(exceptions),
                                takesOver,
                                borrows,
                                ignorable));
            }
        };
    }
}
