package dev.parley.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Proves that the module's classes use each state of a role once: not twice, not never, not in another thread, and that they handle
 * every message that may arrive. Each finding comes with the path that leads to it.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class VerifyMojo extends AbstractVerifyMojo {

    @Override
    String classes(MavenProject of) {
        return of.getBuild().getOutputDirectory();
    }

    @Override
    List<String> classPath(MavenProject of) throws DependencyResolutionRequiredException {
        return of.getCompileClasspathElements();
    }

    @Override
    List<Path> callees(MavenProject of) {
        return List.of();
    }

    @Override
    List<String> sources(MavenProject of) {
        return of.getCompileSourceRoots();
    }

    @Override
    String report() {
        return "verify";
    }
}
