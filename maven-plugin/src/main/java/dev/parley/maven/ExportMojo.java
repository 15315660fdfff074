package dev.parley.maven;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.maven.scribble.export.ProtocolText;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Writes the module's protocols in Scribble or for nuscr, to be read by the tools of these languages. It compiles the
 * module first. What the language cannot say is refused, or a comment where no run depends on it.
 */
@Mojo(name = "export", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ExportMojo extends AbstractMojo {

    /** The language to write: {@code SCRIBBLE} or {@code NUSCR}. */
    @Parameter(property = "parley.language", defaultValue = "SCRIBBLE")
    private Language language;

    /** The folder to write to. */
    @Parameter(property = "parley.to", defaultValue = "${project.build.directory}/parley")
    private File to;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> failures = new ArrayList<>();
        for (CompiledProtocol protocol : ProjectProtocols.ofMain(project, getLog())) {
            ProtocolText.Written written = ProtocolText.of(protocol, language);
            if (written.refusals().isEmpty()) {
                write(file(protocol), written.text());
            }
            written.refusals()
                    .forEach(reason -> failures.add(protocol.declaration().qualifiedName() + ": " + reason));
        }
        if (!failures.isEmpty()) {
            throw new MojoFailureException("not everything was exported:\n" + String.join("\n", failures));
        }
    }

    private Path file(CompiledProtocol protocol) {
        String suffix = language == Language.NUSCR ? ".nuscr" : ".scr";
        String path = ProtocolText.moduleName(protocol.declaration()).replace('.', '/');
        return to.toPath().resolve(path + suffix);
    }

    private void write(Path file, String text) throws MojoExecutionException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + file + ": " + e, e);
        }
        getLog().info("Wrote " + file);
    }
}
