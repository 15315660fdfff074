package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_MEMBER;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.maven.bytecode.TypeNames.Name;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.tree.InnerClassNode;

/** The types nested in a protocol, told apart and sorted by name: class files do not keep the order of the text. */
final class NestedClasses {

    /**
     * A type nested in a protocol.
     *
     * @param file its class file
     * @param name its name
     * @param enclosing the simple name of the type around it
     */
    record Nested(ClassFile file, Name name, Name enclosing) {

        ClassOrigin origin() {
            return ClassOrigin.of(file, name.toString());
        }
    }

    private final Name protocol;
    private final TypeNames names;
    private final Findings findings;
    private final Map<String, Nested> roles = new TreeMap<>();
    private final Map<String, Nested> blocks = new TreeMap<>();

    NestedClasses(ClassFile protocol, TypeNames names, Findings findings) {
        this.protocol = names.of(protocol.node().name);
        this.names = names;
        this.findings = findings;
        collect(protocol);
    }

    private void collect(ClassFile enclosing) {
        for (InnerClassNode member : enclosing.node().innerClasses) {
            if (enclosing.node().name.equals(member.outerName)) {
                ClassFile file = enclosing.nested(member.name);
                names.learn(file);
                add(new Nested(file, names.of(member.name), names.of(enclosing.node().name)));
            }
        }
    }

    private void add(Nested type) {
        ClassOrigin origin = type.origin();
        if (Annotation.find(type.file().node().invisibleAnnotations, Annotation.ROLE, origin)
                .isPresent()) {
            roles.put(type.file().node().name, type);
        } else if (!type.file().isInterface()) {
            report(type, "is " + type.file().kind() + ", neither a role nor a block", "move it out of the protocol");
        } else if (ProtocolReader.isProtocol(type.file())) {
            report(
                    type,
                    "is a protocol of its own, neither a role nor a block",
                    "move it out of the protocol " + protocol.simple());
        } else {
            if (!type.enclosing().equals(protocol)) {
                report(
                        type,
                        "is nested in the block " + type.enclosing().simple(),
                        "move it up: blocks stand side by side in " + protocol.simple());
            }
            blocks.put(type.file().node().name, type);
            collect(type.file());
        }
    }

    private void report(Nested type, String what, String hint) {
        findings.report(
                Diagnostic.of(PROTOCOL_MEMBER, type.origin(), type.name().simple() + " " + what)
                        .hint(hint));
    }

    /** Returns the roles by their names in class files. */
    Map<String, Nested> roles() {
        return roles;
    }

    /** Returns the blocks by their names in class files, without the protocol itself. */
    Map<String, Nested> blocks() {
        return blocks;
    }
}
