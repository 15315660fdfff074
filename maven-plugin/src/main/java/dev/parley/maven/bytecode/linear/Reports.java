package dev.parley.maven.bytecode.linear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.ClassNode;

/** What is found in one method: the same finding is made once, with the shortest path. */
final class Reports {

    private final Module.Code code;
    private final Map<List<Object>, Finding> findings = new LinkedHashMap<>();
    private int silent;

    Reports(Module.Code code) {
        this.code = code;
    }

    void add(FindingKind kind, ProgramPath path, int role, int line, String message) {
        if (silent == 0) {
            Finding finding = finding(kind, path, role, line, message);
            findings.merge(
                    List.of(kind, line, message),
                    finding,
                    (one, two) -> one.path().size() <= two.path().size() ? one : two);
        }
    }

    Finding finding(FindingKind kind, ProgramPath path, int role, int line, String message) {
        return new Finding(
                kind,
                code.owner().name.replace('/', '.'),
                code.method().name,
                file(code.owner()),
                line,
                message,
                Trace.steps(path.trace, role));
    }

    private static String file(ClassNode owner) {
        String folder = owner.name.substring(0, owner.name.lastIndexOf('/') + 1);
        if (owner.sourceFile != null) {
            return folder + owner.sourceFile;
        }
        int nested = owner.name.indexOf('$');
        return (nested < 0 ? owner.name : owner.name.substring(0, nested)) + ".class";
    }

    /** Does something without making findings. */
    void silently(Runnable action) {
        silent++;
        try {
            action.run();
        } finally {
            silent--;
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings.values());
    }
}
