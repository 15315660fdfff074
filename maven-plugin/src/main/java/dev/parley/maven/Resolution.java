package dev.parley.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Finds artifacts that are no dependencies of the project. */
final class Resolution {

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    Resolution(RepositorySystem repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = remotes;
    }

    /**
     * Returns the file of an artifact, then those of its dependencies.
     *
     * @throws MojoExecutionException if the coordinates are malformed or something cannot be found; the message names it
     */
    List<Path> withDependencies(String coordinates) throws MojoExecutionException {
        try {
            Artifact artifact = new DefaultArtifact(coordinates);
            CollectRequest collect = new CollectRequest(new Dependency(artifact, "compile"), remotes);
            return repositories
                    .resolveDependencies(session, new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    "'" + coordinates + "' does not name an artifact as groupId:artifactId:version", e);
        } catch (DependencyResolutionException e) {
            throw new MojoExecutionException("cannot find " + coordinates + ": " + e.getMessage(), e);
        }
    }
}
