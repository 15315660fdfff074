package dev.parley.maven;

import dev.parley.maven.scribble.HandWritten;
import dev.parley.maven.scribble.Import;
import dev.parley.maven.scribble.Import.Imported;
import dev.parley.maven.scribble.Import.ImportedProtocol;
import dev.parley.maven.scribble.syntax.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Turns protocols written in Scribble ({@code .scr}) or for nuscr ({@code .nuscr}) into annotated interfaces. What cannot
 * be expressed is refused with its line and the reason. Files that are there already are left alone unless you say
 * {@code -Dparley.overwrite}.
 */
@Mojo(name = "import", requiresProject = false, aggregator = true, threadSafe = true)
public final class ImportMojo extends AbstractMojo {

    /** The file to import, or the folder whose files are imported, with those in folders below. */
    @Parameter(property = "parley.from", required = true)
    private File from;

    /** The package of the interfaces. For a folder, each file gets a package below it. Without this, packages are named after the modules. */
    @Parameter(property = "parley.package")
    private @Nullable String packageName;

    /** The source folder to write to. */
    @Parameter(property = "parley.to", defaultValue = "src/main/java")
    private File to;

    /** Whether interfaces that are there with another text are replaced. */
    @Parameter(property = "parley.overwrite", defaultValue = "false")
    private boolean overwrite;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (!from.exists()) {
            throw new MojoExecutionException("there is no " + from + " to import from");
        }
        try {
            List<String> failures = new ArrayList<>();
            Map<Path, String> interfaces = new TreeMap<>();
            HandWritten files = new HandWritten(to.toPath());
            Import imports = new Import(from.toPath(), Optional.ofNullable(packageName));
            for (Path file : imports.files()) {
                Imported imported = imports.read(file);
                report(imported, failures);
                imported.interfaces().forEach((path, text) -> {
                    if (interfaces.putIfAbsent(path, text) != null) {
                        failures.add(
                                imported.file() + ": " + path + " comes from another file already; import them apart,"
                                        + " each with a parley.package of its own");
                    }
                });
                files.write(imported.records(), false);
            }
            files.write(interfaces, overwrite);
            files.written().forEach(file -> getLog().info("Wrote " + file));
            files.kept()
                    .forEach(file ->
                            failures.add(file + " is there with another text; -Dparley.overwrite replaces interfaces"));
            if (interfaces.isEmpty() && failures.isEmpty()) {
                getLog().warn("There is no global protocol in " + from);
            }
            if (!failures.isEmpty()) {
                throw new MojoFailureException("not everything was imported:\n" + String.join("\n", failures));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot import: " + e, e);
        }
    }

    private void report(Imported imported, List<String> failures) {
        for (Problem problem : imported.problems()) {
            if (problem.refusal()) {
                failures.add(problem.toString());
            } else {
                getLog().warn(problem.toString());
            }
        }
        for (ImportedProtocol protocol : imported.protocols()) {
            protocol.findings().forEach(finding -> getLog().warn(ProjectProtocols.text(finding)));
        }
    }
}
