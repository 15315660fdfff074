package dev.parley.maven.bytecode.linear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Proves of compiled programs that they use each state of a role once: not twice, not never, not in another thread.
 *
 * <p>What is generated is trusted. Everything else in the folder is followed path by path, and calls within it by what the called
 * methods do. Where that cannot be seen, the state is said to escape, so no finding means that the rule is kept, but for what is said
 * in {@code docs/maven-verify.md}.
 */
public final class LinearityVerifier {

    /** The methods of the functional interfaces whose functions get states. */
    private static final Set<String> FUNCTIONS = Set.of("play", "apply", "say");

    private final List<Path> classPath;
    private final Predicate<String> excluded;

    /**
     * Creates a verifier.
     *
     * @param classPath folders and jars in which referenced classes are looked up, the verified ones included
     * @param excluded the names of the classes, as {@link Class#getName} writes them, in which nothing is to be found
     */
    public LinearityVerifier(List<Path> classPath, Predicate<String> excluded) {
        this.classPath = List.copyOf(classPath);
        this.excluded = excluded;
    }

    /**
     * Verifies all classes in a folder and below.
     *
     * @param folder the folder
     * @param callees folders of classes whose code is looked at where it is called, and not verified
     * @throws IOException if a class file or the class path cannot be read
     */
    public Verification verify(Path folder, List<Path> callees) throws IOException {
        try (Declarations lookup = new Declarations(classPath)) {
            StateTypes types = new StateTypes(lookup);
            Module module = new Module();
            for (Path each : callees) {
                read(each, types).forEach(module::add);
            }
            List<ClassNode> verified = read(folder, types);
            verified.forEach(module::add);
            Summaries summaries = new Summaries(lookup, types, module);
            verified.forEach(node -> analyse(node, summaries));
            Set<String> names =
                    verified.stream().map(node -> node.name.replace('/', '.')).collect(Collectors.toSet());
            List<Finding> findings = summaries.findings().stream()
                    .filter(finding -> names.contains(finding.className()))
                    .filter(finding -> !excluded.test(finding.className()))
                    .sorted(Comparator.comparing(Finding::file)
                            .thenComparing(Finding::line)
                            .thenComparing(Finding::kind)
                            .thenComparing(Finding::message))
                    .toList();
            return new Verification(findings, summaries.unverified(), verified.size(), summaries.size());
        }
    }

    private static List<ClassNode> read(Path folder, StateTypes types) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        List<ClassNode> nodes = new ArrayList<>();
        for (Path file : files) {
            ClassReader reader = reader(file);
            if (!types.isGenerated(reader.getClassName())) {
                ClassNode node = new ClassNode();
                reader.accept(node, ClassReader.SKIP_FRAMES);
                nodes.add(node);
            }
        }
        return nodes;
    }

    private static ClassReader reader(Path file) throws IOException {
        try {
            return new ClassReader(Files.readAllBytes(file));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(
                    file + " cannot be read as a class file: it is damaged, or made for a Java newer than this plugin.",
                    e);
        }
    }

    private static void analyse(ClassNode node, Summaries summaries) {
        for (MethodNode method : node.methods) {
            Module.Code code = new Module.Code(node, method);
            if (isProgram(node, method, summaries)) {
                summaries.addProgram(code.id());
            }
            if (method.instructions.size() > 0 && dealsWithStates(method, summaries.types)) {
                summaries.analyse(code);
            }
        }
    }

    /** Whether a method of a class is what a role's program, a function of {@code match}, a speaker, or a handler runs. */
    private static boolean isProgram(ClassNode node, MethodNode method, Summaries summaries) {
        if ((method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) != 0) {
            return false;
        }
        return (FUNCTIONS.contains(method.name) && node.interfaces.stream().anyMatch(summaries.types::isProgram))
                || summaries.types.isOfHandler(node.name, method.name, method.desc);
    }

    private static boolean dealsWithStates(MethodNode method, StateTypes types) {
        if (mentions(method.desc, types)) {
            return true;
        }
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof MethodInsnNode call && (types.isState(call.owner) || mentions(call.desc, types))) {
                return true;
            }
            if (each instanceof InvokeDynamicInsnNode dynamic && mentions(dynamic, types)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentions(InvokeDynamicInsnNode dynamic, StateTypes types) {
        List<Type> mentioned = new ArrayList<>();
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Type type && type.getSort() == Type.METHOD) {
                mentioned.add(type);
            }
        }
        return mentions(dynamic.desc, types)
                || mentioned.stream().anyMatch(type -> mentions(type.getDescriptor(), types));
    }

    private static boolean mentions(String descriptor, StateTypes types) {
        if (descriptor.indexOf('$') < 0) {
            return false;
        }
        Type type = Type.getMethodType(descriptor);
        return types.isState(type.getReturnType())
                || Stream.of(type.getArgumentTypes()).anyMatch(types::isState);
    }
}
