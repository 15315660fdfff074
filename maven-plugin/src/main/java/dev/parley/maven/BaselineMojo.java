package dev.parley.maven;

import dev.parley.maven.compare.BaselineWriter;
import dev.parley.maven.compare.ProtocolVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes down what each role of each of the module's protocols does, as a text file to be committed. {@code parley:compare}
 * then tells whether later versions still work with this one. Run it when you release; it compiles the module first.
 */
@Mojo(name = "baseline", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class BaselineMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** The file to write. */
    @Parameter(property = "parley.baseline", defaultValue = "${project.basedir}/parley.baseline")
    private File baseline;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<ProtocolVersion> protocols = ProjectProtocols.ofMain(project, getLog()).stream()
                .map(ProtocolVersion::of)
                .toList();
        if (protocols.isEmpty()) {
            getLog().info("The module has no protocols, and so needs no baseline.");
            return;
        }
        try {
            Files.createDirectories(baseline.toPath().toAbsolutePath().getParent());
            Files.writeString(baseline.toPath(), BaselineWriter.write(protocols));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + baseline + ": " + e.getMessage(), e);
        }
        getLog().info("Wrote " + protocols.size() + " protocol(s) to " + baseline);
    }
}
