package dev.parley.processor;

import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that users have: the one of the JDK that runs the tests, and Eclipse's. */
enum Compilers {
    JAVAC,
    ECJ;

    JavaCompiler get() {
        return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
    }

    /** Returns the options to compile for Java 17 with the class path of the tests. */
    List<String> options() {
        String classPath = System.getProperty("java.class.path");
        return this == JAVAC
                ? List.of("--release", "17", "-classpath", classPath)
                : List.of("-17", "-classpath", classPath);
    }
}
