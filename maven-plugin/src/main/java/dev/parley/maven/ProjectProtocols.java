package dev.parley.maven;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.maven.bytecode.ProtocolScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The protocols in a project's class files and dependencies, compiled. What is wrong with them fails the goal. */
final class ProjectProtocols {

    private final ProtocolScanner scanner;
    private final Log log;

    /**
     * Creates a reader of protocols that are not the project's own.
     *
     * @param classPath folders and jars in which referenced types are looked up
     */
    ProjectProtocols(List<Path> classPath, Log log) {
        this.scanner = new ProtocolScanner(classPath);
        this.log = log;
    }

    /**
     * Returns a reader of protocols. The goal has to ask Maven for the dependencies:
     * {@code requiresDependencyResolution = ResolutionScope.COMPILE}, or {@code TEST} to read test classes.
     */
    static ProjectProtocols of(MavenProject project, Log log) throws MojoExecutionException {
        try {
            // Where a goal asked for no more than the compile scope, this leaves out the others.
            List<Path> classPath =
                    project.getTestClasspathElements().stream().map(Path::of).toList();
            return new ProjectProtocols(classPath, log);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the project's dependencies have not been resolved", e);
        }
    }

    /** Returns what the project's classes are compiled against, without the classes themselves. */
    static List<Path> dependencies(MavenProject project) throws MojoExecutionException {
        try {
            return project.getCompileClasspathElements().stream()
                    .filter(element -> !element.equals(project.getBuild().getOutputDirectory()))
                    .map(Path::of)
                    .toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the project's dependencies have not been resolved", e);
        }
    }

    /** Returns the protocols among the project's own classes, sorted by qualified name. */
    static List<CompiledProtocol> ofMain(MavenProject project, Log log)
            throws MojoExecutionException, MojoFailureException {
        return of(project, log).in(Path.of(project.getBuild().getOutputDirectory()));
    }

    /**
     * Returns the protocols in a folder or jar of class files, sorted by qualified name.
     *
     * @throws MojoExecutionException if it cannot be read
     * @throws MojoFailureException if a protocol has errors, with all of them in the message
     */
    List<CompiledProtocol> in(Path folderOrJar) throws MojoExecutionException, MojoFailureException {
        List<CompiledProtocol> compiled = new ArrayList<>();
        List<Diagnostic> errors = new ArrayList<>();
        for (Result<ProtocolDeclaration> read : scan(folderOrJar)) {
            Result<CompiledProtocol> result = read.then(ProtocolCompiler::compile);
            result.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add);
            result.diagnostics().stream().filter(warning -> !warning.isError()).forEach(this::warn);
            result.value().ifPresent(compiled::add);
        }
        if (!errors.isEmpty()) {
            throw new MojoFailureException(text(errors));
        }
        return compiled;
    }

    /** Returns the protocols in a folder or jar of class files as they were read, sorted by qualified name. */
    List<Result<ProtocolDeclaration>> scan(Path folderOrJar) throws MojoExecutionException {
        try {
            return scanner.scan(folderOrJar);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** The annotation processor has told its author of the others, who may have suppressed them. */
    private void warn(Diagnostic warning) {
        if (warning.id() == DiagnosticId.PARAMETER_NAMES) {
            log.warn(text(warning));
        } else {
            log.debug(text(warning));
        }
    }

    /** Returns what fails a goal as text. */
    static String text(List<Diagnostic> errors) {
        return errors.stream().map(ProjectProtocols::text).collect(Collectors.joining("\n", "\n", ""));
    }

    /** Returns a diagnostic as text, with its place. */
    static String text(Diagnostic diagnostic) {
        return diagnostic.origin() + ": " + diagnostic.message();
    }
}
