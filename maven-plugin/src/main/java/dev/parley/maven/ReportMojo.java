package dev.parley.maven;

import dev.parley.maven.report.ReportSite;
import dev.parley.maven.report.ReportedProtocol;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes web pages about the module's protocols: sequence diagrams, each role's state machine, the buffers, what was
 * checked, and a stepper to click through. They work without a server and without a network. A protocol with errors does
 * not fail the build here; its page shows the errors.
 */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class ReportMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Where to write the pages. */
    @Parameter(
            property = "parley.report.outputDirectory",
            defaultValue = "${project.build.directory}/parley-report",
            required = true)
    private File outputDirectory;

    /** Whether to write nothing. */
    @Parameter(property = "parley.report.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("No report is written, as asked.");
            return;
        }
        List<ReportedProtocol> protocols =
                ProjectProtocols.of(project, getLog())
                        .scan(Path.of(project.getBuild().getOutputDirectory()))
                        .stream()
                        .map(ReportedProtocol::of)
                        .toList();
        if (protocols.isEmpty()) {
            getLog().info("This module declares no protocol to report on.");
            return;
        }
        protocols.stream()
                .filter(protocol -> protocol.result().hasErrors())
                .forEach(protocol -> getLog().warn(protocol.qualifiedName() + " has errors; its page shows them."));
        getLog().info("Report on " + protocols.size() + (protocols.size() == 1 ? " protocol: " : " protocols: ")
                + write(protocols));
    }

    private Path write(List<ReportedProtocol> protocols) throws MojoExecutionException {
        List<Path> sources =
                project.getCompileSourceRoots().stream().map(Path::of).toList();
        try {
            return new ReportSite(project.getName(), sources, outputDirectory.toPath()).write(protocols);
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
    }
}
