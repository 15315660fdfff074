package dev.parley.maven;

import dev.parley.maven.generate.Generation;
import dev.parley.maven.generate.Selection;
import dev.parley.maven.generate.SourceFolder;
import dev.parley.maven.generate.UnknownNameException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Generates endpoints for protocols that come with dependencies: for all their roles, or for those that are played here.
 * The sources are compiled together with the project's own.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    /** The protocols by their qualified names, such as {@code shop.Sale}. Without this, all in the dependencies. */
    @Parameter(property = "parley.protocols")
    private List<String> protocols = List.of();

    /** The roles to generate, such as {@code Buyer}; the others are played elsewhere. Without this, all. */
    @Parameter(property = "parley.roles")
    private List<String> roles = List.of();

    /** Where the sources go. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/parley", readonly = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        checkNoModule();
        try {
            List<Path> classPath = ProjectProtocols.dependencies(project);
            Generation.Output output = new Generation(classPath, new Selection(protocols, roles)).generate();
            if (!output.errors().isEmpty()) {
                throw new MojoFailureException(ProjectProtocols.text(output.errors()));
            }
            output.warnings().forEach(getLog()::warn);
            int written = new SourceFolder(outputDirectory.toPath()).update(output.files());
            getLog().info("Generated " + output.files().size() + " classes, of which " + written + " have changed.");
        } catch (UnknownNameException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
    }

    /** Endpoints stand in the package of their protocol, and no two modules may have one package. */
    private void checkNoModule() throws MojoFailureException {
        for (String root : project.getCompileSourceRoots()) {
            if (Files.exists(Path.of(root, "module-info.java"))) {
                throw new MojoFailureException(
                        "This project is a Java module, and endpoints would stand in the package of"
                                + " a protocol that belongs to a dependency, which Java allows to no second module."
                                + " Remove module-info.java, or generate the endpoints in a project without one.");
            }
        }
    }
}
