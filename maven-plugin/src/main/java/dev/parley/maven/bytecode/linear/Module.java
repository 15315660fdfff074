package dev.parley.maven.bytecode.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The users' classes that are verified, with their code. */
final class Module {

    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Map<String, List<String>> subtypes = new HashMap<>();
    private final Map<String, Map<String, MethodNode>> methods = new HashMap<>();

    /**
     * A method with code.
     *
     * @param owner its class
     * @param method the method
     */
    record Code(ClassNode owner, MethodNode method) {

        boolean isStatic() {
            return (method.access & Opcodes.ACC_STATIC) != 0;
        }

        /** Returns what tells the method from all others. */
        String id() {
            return id(owner.name, method.name, method.desc);
        }

        static String id(String owner, String name, String descriptor) {
            return owner + "." + name + descriptor;
        }
    }

    void add(ClassNode node) {
        classes.put(node.name, node);
        if (node.superName != null) {
            subtypes.computeIfAbsent(node.superName, each -> new ArrayList<>()).add(node.name);
        }
        for (String superInterface : node.interfaces) {
            subtypes.computeIfAbsent(superInterface, each -> new ArrayList<>()).add(node.name);
        }
        Map<String, MethodNode> byId = new HashMap<>();
        node.methods.forEach(method -> byId.put(method.name + method.desc, method));
        methods.put(node.name, byId);
    }

    boolean contains(String name) {
        return classes.containsKey(name);
    }

    /** Returns whether a class is declared within a method, anonymously or not. */
    boolean isLocal(String name) {
        ClassNode node = classes.get(name);
        return node != null && node.outerClass != null;
    }

    /** Returns the code that runs when a method is called on an object of exactly this class, if it is the module's. */
    @Nullable Code exactly(String owner, String name, String descriptor) {
        @Nullable ClassNode each = classes.get(owner);
        while (each != null) {
            MethodNode method = declared(each, name, descriptor);
            if (method != null && method.instructions.size() > 0) {
                return new Code(each, method);
            }
            if (method == null) {
                Code inherited = fromInterfaces(each, name, descriptor);
                if (inherited != null) {
                    return inherited;
                }
            }
            each = each.superName == null ? null : classes.get(each.superName);
        }
        return null;
    }

    private @Nullable Code fromInterfaces(ClassNode node, String name, String descriptor) {
        for (String superInterface : node.interfaces) {
            Code code = exactly(superInterface, name, descriptor);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    /**
     * Returns all code that may run when a method is called on an object of this class or one below it. Empty if the class is not
     * the module's, or nothing implements the method.
     */
    List<Code> possible(String owner, String name, String descriptor) {
        if (!classes.containsKey(owner)) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        Map<String, Code> found = new TreeMap<>();
        List<String> work = new ArrayList<>(List.of(owner));
        while (!work.isEmpty()) {
            String each = work.remove(work.size() - 1);
            if (!seen.add(each)) {
                continue;
            }
            Code code = exactly(each, name, descriptor);
            if (code != null) {
                found.put(code.id(), code);
            }
            work.addAll(subtypes.getOrDefault(each, List.of()));
        }
        return List.copyOf(found.values());
    }

    private @Nullable MethodNode declared(ClassNode node, String name, String descriptor) {
        return methods.getOrDefault(node.name, Map.of()).get(name + descriptor);
    }
}
