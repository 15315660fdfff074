package dev.parley.maven.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * Finds the names of types as source code has them. The names in class files do not tell a nested type from one that has
 * a dollar sign in its name; class files list the nested types they mention for that.
 */
final class TypeNames {

    private final ClassPath classPath;
    private final Map<String, InnerClassNode> nested = new HashMap<>();

    TypeNames(ClassPath classPath) {
        this.classPath = classPath;
    }

    /** Takes note of the nested types that a class file mentions. */
    void learn(ClassFile file) {
        file.node().innerClasses.forEach(type -> nested.putIfAbsent(type.name, type));
    }

    /**
     * The name of a type.
     *
     * @param packageName empty for the unnamed package
     * @param simpleNames its own simple name, those of the types around it before it
     */
    record Name(String packageName, List<String> simpleNames) {

        String simple() {
            return simpleNames.get(simpleNames.size() - 1);
        }

        @Override
        public String toString() {
            return (packageName.isEmpty() ? "" : packageName + ".") + String.join(".", simpleNames);
        }
    }

    Name of(String internalName) {
        Deque<String> simpleNames = new ArrayDeque<>();
        String each = internalName;
        for (Optional<InnerClassNode> type = enclosed(each); type.isPresent(); type = enclosed(each)) {
            simpleNames.addFirst(type.get().innerName);
            each = type.get().outerName;
        }
        int slash = each.lastIndexOf('/');
        simpleNames.addFirst(each.substring(slash + 1));
        return new Name(slash < 0 ? "" : each.substring(0, slash).replace('/', '.'), List.copyOf(simpleNames));
    }

    /** Returns how a type is nested, if it is a member of another. */
    Optional<InnerClassNode> enclosed(String internalName) {
        return entry(internalName).filter(type -> type.outerName != null && type.innerName != null);
    }

    /** Returns whether a type is declared inside a method. */
    boolean isLocal(String internalName) {
        return entry(internalName).isPresent() && enclosed(internalName).isEmpty();
    }

    private Optional<InnerClassNode> entry(String internalName) {
        if (internalName.indexOf('$') >= 0 && !nested.containsKey(internalName)) {
            classPath.find(internalName).ifPresent(this::learn);
        }
        return Optional.ofNullable(nested.get(internalName));
    }

    /**
     * Returns why code in a package cannot name a type: {@code Secret is private}. A type that is not on the class path is
     * left to the Java compiler, which reports that itself.
     */
    Optional<String> hidden(String internalName, String fromPackage) {
        boolean atHome = of(internalName).packageName().equals(fromPackage);
        String each = internalName;
        for (Optional<InnerClassNode> type = enclosed(each); type.isPresent(); type = enclosed(each)) {
            int access = type.get().access;
            if ((access & Opcodes.ACC_PRIVATE) != 0) {
                return Optional.of(type.get().innerName + " is private");
            }
            if ((access & Opcodes.ACC_PUBLIC) == 0 && !atHome) {
                String visibility =
                        (access & Opcodes.ACC_PROTECTED) != 0 ? " is protected" : " is visible in its package only";
                return Optional.of(type.get().innerName + visibility);
            }
            each = type.get().outerName;
        }
        return atHome
                ? Optional.empty()
                : classPath
                        .find(each)
                        .filter(type -> (type.node().access & Opcodes.ACC_PUBLIC) == 0)
                        .map(type -> of(type.node().name).simple() + " is visible in its package only");
    }
}
