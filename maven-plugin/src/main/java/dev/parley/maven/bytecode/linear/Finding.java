package dev.parley.maven.bytecode.linear;

import java.util.List;

/**
 * Where and how a program breaks the rule that each state is used once.
 *
 * @param kind which rule
 * @param className the class, as {@link Class#getName} writes it
 * @param method the method's name, as in the class file
 * @param file the source file, as a path below a source folder, with slashes
 * @param line the line in it, or 0 if the class file does not tell
 * @param message what is wrong, in one sentence
 * @param path how the program gets there, in order
 */
public record Finding(
        FindingKind kind, String className, String method, String file, int line, String message, List<Step> path) {

    /** Copies the path. */
    public Finding {
        path = List.copyOf(path);
    }
}
