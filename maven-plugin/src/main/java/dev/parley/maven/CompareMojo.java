package dev.parley.maven;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.maven.compare.BaselineException;
import dev.parley.maven.compare.BaselineReader;
import dev.parley.maven.compare.Comparison;
import dev.parley.maven.compare.Finding;
import dev.parley.maven.compare.Judgement;
import dev.parley.maven.compare.ProtocolVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * Compares the module's protocols with an earlier release: a baseline file that {@code parley:baseline} wrote, an artifact or a jar.
 * For each role it tells whether one party may be on one version while the others are on the other, and which has to be upgraded
 * first. Changes that break peers fail the build, with the run in which they fail each other.
 */
@Mojo(
        name = "compare",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class CompareMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession session;

    private final RepositorySystem repositories;

    /** The baseline file to compare with, unless an artifact or a jar is given. */
    @Parameter(property = "parley.baseline", defaultValue = "${project.basedir}/parley.baseline")
    private File baseline;

    /** The earlier release to compare with: {@code groupId:artifactId:version}, or with more of {@code groupId:artifactId:extension:classifier:version}. */
    @Parameter(property = "parley.baselineArtifact")
    private @Nullable String baselineArtifact;

    /** The jar, or folder of class files, of the earlier release to compare with. */
    @Parameter(property = "parley.baselineJar")
    private @Nullable File baselineJar;

    /** Which changes fail the build: those that are {@code BREAKING}, also those of which it is {@code UNKNOWN}, also those that need roles to be upgraded in an order ({@code ORDERED}), or {@code NEVER} any. */
    @Parameter(property = "parley.failOn", defaultValue = "BREAKING")
    private FailOn failOn;

    /** How many messages may be under way from one role to another where everything that peers may do is tried, and how many steps a message may be sent early. */
    @Parameter(property = "parley.bound", defaultValue = "4")
    private int bound;

    /** Creates the goal. */
    @Inject
    public CompareMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** Which changes fail the build. */
    public enum FailOn {
        /** Changes that break peers. */
        BREAKING,
        /** Changes that break peers, or may. */
        UNKNOWN,
        /** All changes after which roles cannot be upgraded in any order. */
        ORDERED,
        /** None. */
        NEVER
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (bound < 1) {
            throw new MojoExecutionException("parley.bound is " + bound + ", and must be at least 1");
        }
        List<ProtocolVersion> after = versions(ProjectProtocols.ofMain(project, getLog()));
        if (after.isEmpty() && baselineArtifact == null && baselineJar == null && !baseline.exists()) {
            getLog().info("The module has neither protocols nor a baseline: nothing to compare.");
            return;
        }
        List<Finding> findings = Comparison.compare(before(), after, bound);
        List<Finding> failing = findings.stream()
                .filter(finding -> failOn != FailOn.NEVER && finding.isAtLeast(Judgement.valueOf(failOn.name())))
                .toList();
        findings.stream().filter(finding -> !failing.contains(finding)).forEach(this::log);
        if (!failing.isEmpty()) {
            throw new MojoFailureException(
                    "old and new peers will not understand each other:"
                            + String.join(
                                    "",
                                    failing.stream()
                                            .map(each -> "\n" + each.message())
                                            .toList())
                            + "\nIf that is meant, release it as a new protocol, or write a new baseline with parley:baseline.");
        }
    }

    private void log(Finding finding) {
        if (finding.judgement() == Judgement.COMPATIBLE) {
            getLog().info(finding.message());
        } else {
            getLog().warn(finding.message());
        }
    }

    private static List<ProtocolVersion> versions(List<CompiledProtocol> protocols) {
        return protocols.stream().map(ProtocolVersion::of).toList();
    }

    private List<ProtocolVersion> before() throws MojoExecutionException, MojoFailureException {
        if (baselineArtifact != null && baselineJar != null) {
            throw new MojoExecutionException(
                    "both baselineArtifact and baselineJar are given: say which to compare with");
        }
        if (baselineArtifact != null) {
            Resolution resolution = new Resolution(repositories, session, project.getRemoteProjectRepositories());
            return inClasses(resolution.withDependencies(baselineArtifact));
        }
        if (baselineJar != null) {
            if (!baselineJar.exists()) {
                throw new MojoExecutionException("there is no " + baselineJar + " to compare with");
            }
            return inClasses(List.of(baselineJar.toPath()));
        }
        return inFile();
    }

    private List<ProtocolVersion> inClasses(List<Path> jars) throws MojoExecutionException, MojoFailureException {
        List<Path> classPath = new ArrayList<>(jars);
        project.getArtifacts()
                .forEach(artifact -> classPath.add(artifact.getFile().toPath()));
        return versions(new ProjectProtocols(classPath, getLog()).in(jars.get(0)));
    }

    private List<ProtocolVersion> inFile() throws MojoExecutionException {
        if (!baseline.exists()) {
            throw new MojoExecutionException(
                    "there is no " + baseline
                            + " to compare with: run parley:baseline and commit the file, or name an earlier release as baselineArtifact");
        }
        try {
            return BaselineReader.read(Files.readString(baseline.toPath()));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + baseline + ": " + e.getMessage(), e);
        } catch (BaselineException e) {
            throw new MojoExecutionException(baseline + ":" + e.line() + ": " + e.getMessage(), e);
        }
    }
}
