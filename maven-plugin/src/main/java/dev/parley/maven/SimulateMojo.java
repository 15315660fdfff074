package dev.parley.maven;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Suggestions;
import dev.parley.maven.simulate.Simulation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Tries protocols out from the command line: explores everything that their roles can do together, walks through them at
 * random, prints what it found, and draws the first walk as a sequence diagram. The same seed always gives the same output. It
 * reads class files: compile first, or name a jar; then no project is needed.
 */
@Mojo(
        name = "simulate",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class SimulateMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The qualified name of the protocol, such as {@code shop.TwoBuyer}; all protocols if it is not given. */
    @Parameter(property = "parley.protocol")
    private @Nullable String protocol;

    /** The jar, or folder of class files, that holds the protocol; the project's own classes if it is not given. */
    @Parameter(property = "parley.jar")
    private @Nullable File jar;

    /** How many times to walk through the protocol. */
    @Parameter(property = "parley.walks", defaultValue = "100")
    private int walks;

    /** After how many sends and receives to cut a walk. */
    @Parameter(property = "parley.steps", defaultValue = "100")
    private int steps;

    /** Decides which walks are drawn. */
    @Parameter(property = "parley.seed", defaultValue = "1")
    private long seed;

    /** How many messages may be under way from one role to another. */
    @Parameter(property = "parley.bound", defaultValue = "4")
    private int bound;

    /** After how many configurations to give up the exploration. */
    @Parameter(property = "parley.limit", defaultValue = "100000")
    private int limit;

    /** The folder that gets the first walk of each protocol as a Mermaid file; {@code parley/simulations} in the project's target folder, or where there is no project, in the current one, if it is not given. */
    @Parameter(property = "parley.simulations")
    private @Nullable File directory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Simulation.Settings settings = settings();
        for (CompiledProtocol chosen : chosen()) {
            Simulation simulation = Simulation.of(
                    chosen, settings, ProgressBars.of(session.getRequest().isInteractiveMode()));
            simulation.lines().forEach(line -> getLog().info(line));
            write(simulation);
        }
    }

    private Simulation.Settings settings() throws MojoExecutionException {
        try {
            return new Simulation.Settings(walks, steps, seed, bound, limit);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("parley." + e.getMessage(), e);
        }
    }

    private List<CompiledProtocol> chosen() throws MojoExecutionException, MojoFailureException {
        Path place = place();
        if (!Files.exists(place)) {
            throw new MojoExecutionException("there is no " + place
                    + (jar != null ? "" : ": compile the project first, or name a jar with -Dparley.jar=..."));
        }
        List<CompiledProtocol> all = protocols(place);
        List<CompiledProtocol> chosen = all.stream()
                .filter(each ->
                        protocol == null || each.declaration().qualifiedName().equals(protocol))
                .toList();
        if (chosen.isEmpty()) {
            throw new MojoExecutionException(notFound(place, all));
        }
        return chosen;
    }

    private Path place() throws MojoExecutionException {
        if (jar == null && project.getBasedir() == null) {
            throw new MojoExecutionException("there is no project here: name a jar with -Dparley.jar=...");
        }
        return jar != null ? jar.toPath() : Path.of(project.getBuild().getOutputDirectory());
    }

    private Path directory() {
        if (directory != null) {
            return directory.toPath();
        }
        String target = project.getBasedir() != null ? project.getBuild().getDirectory() : "";
        return Path.of(target, "parley", "simulations");
    }

    private List<CompiledProtocol> protocols(Path place) throws MojoExecutionException, MojoFailureException {
        List<Path> classPath = new ArrayList<>(List.of(place));
        project.getArtifacts()
                .forEach(artifact -> classPath.add(artifact.getFile().toPath()));
        return new ProjectProtocols(classPath, getLog()).in(place);
    }

    private String notFound(Path place, List<CompiledProtocol> all) {
        if (protocol == null || all.isEmpty()) {
            return "there are no protocols in " + place;
        }
        Map<String, String> names = new TreeMap<>();
        all.forEach(
                each -> names.put(each.declaration().name(), each.declaration().qualifiedName()));
        return "there is no protocol " + protocol + " in " + place
                + Suggestions.nearest(protocol, names.keySet())
                        .map(name -> "; did you mean " + names.get(name) + "?")
                        .orElse("; there are: " + String.join(", ", names.values()));
    }

    private void write(Simulation simulation) throws MojoExecutionException {
        Path file = directory().resolve(simulation.protocol() + ".mmd");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, simulation.mermaid());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + file + ": " + e.getMessage(), e);
        }
        getLog().info("  the same for Mermaid: " + file);
    }
}
