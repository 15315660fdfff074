package dev.parley.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Proves of the module's test classes what {@code parley:verify} proves of its classes. */
@Mojo(
        name = "verify-test",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class VerifyTestMojo extends AbstractVerifyMojo {

    @Override
    String classes(MavenProject of) {
        return of.getBuild().getTestOutputDirectory();
    }

    @Override
    List<String> classPath(MavenProject of) throws DependencyResolutionRequiredException {
        return of.getTestClasspathElements();
    }

    @Override
    List<Path> callees(MavenProject of) {
        return Stream.of(Path.of(of.getBuild().getOutputDirectory()))
                .filter(Files::isDirectory)
                .toList();
    }

    @Override
    List<String> sources(MavenProject of) {
        return of.getTestCompileSourceRoots();
    }

    @Override
    String report() {
        return "verify-test";
    }
}
