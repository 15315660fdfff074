package dev.parley.maven;

import dev.parley.maven.bytecode.linear.Finding;
import dev.parley.maven.bytecode.linear.LinearityVerifier;
import dev.parley.maven.bytecode.linear.Verification;
import dev.parley.maven.bytecode.linear.report.HtmlReport;
import dev.parley.maven.bytecode.linear.report.SarifReport;
import dev.parley.maven.bytecode.linear.report.SourceTree;
import dev.parley.maven.bytecode.linear.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals that verify have in common. */
abstract class AbstractVerifyMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Where the reports go: {@code verify.sarif} and {@code verify.html}, for tests {@code verify-test.sarif} and {@code verify-test.html}. */
    @Parameter(property = "parley.reportDirectory", defaultValue = "${project.build.directory}/parley")
    private File reportDirectory;

    /** Whether findings fail the build. If not, they are warnings. */
    @Parameter(property = "parley.failOnFindings", defaultValue = "true")
    private boolean failOnFindings;

    /** Classes in which nothing is to be found, such as {@code shop.legacy.*}: an asterisk stands for any characters. */
    @Parameter(property = "parley.excludes")
    private List<String> excludes = List.of();

    /** Whether to do nothing. */
    @Parameter(property = "parley.skipVerify", defaultValue = "false")
    private boolean skip;

    /** Returns the folder of the classes to verify. */
    abstract String classes(MavenProject of);

    /** Returns where referenced classes are looked up. */
    abstract List<String> classPath(MavenProject of) throws DependencyResolutionRequiredException;

    /** Returns the folders of classes whose code is looked at where it is called. */
    abstract List<Path> callees(MavenProject of);

    /** Returns where the sources are. */
    abstract List<String> sources(MavenProject of);

    /** Returns the name of the reports, without what tells their format. */
    abstract String report();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path classes = Path.of(classes(project));
        if (skip || !Files.isDirectory(classes)) {
            return;
        }
        try {
            List<Path> classPath = classPath(project).stream().map(Path::of).toList();
            Verification verification = new LinearityVerifier(classPath, excluded()).verify(classes, callees(project));
            SourceTree tree = new SourceTree(
                    project.getBasedir().toPath(),
                    sources(project).stream().map(Path::of).toList());
            write(verification, tree);
            tell(verification, new TextReport(tree));
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the class path is not known: " + e.getMessage(), e);
        }
    }

    private Predicate<String> excluded() {
        List<Pattern> patterns = excludes.stream()
                .map(each -> each.trim().split("\\*", -1))
                .map(parts -> List.of(parts).stream().map(Pattern::quote).collect(Collectors.joining(".*")))
                .map(Pattern::compile)
                .toList();
        return name -> patterns.stream().anyMatch(each -> each.matcher(name).matches());
    }

    private void write(Verification verification, SourceTree tree) throws IOException {
        Path folder = Files.createDirectories(reportDirectory.toPath());
        Files.writeString(folder.resolve(report() + ".sarif"), new SarifReport(tree, failOnFindings).of(verification));
        Files.writeString(folder.resolve(report() + ".html"), new HtmlReport(tree).of(verification));
    }

    private void tell(Verification verification, TextReport text) throws MojoFailureException {
        for (String each : verification.unverified()) {
            getLog().warn(each + " has too many paths to be verified: split it.");
        }
        List<Finding> findings = verification.findings();
        if (findings.isEmpty()) {
            getLog().info("Every state is used once: " + verification.methods() + " methods in "
                    + verification.classes() + " classes were verified.");
            return;
        }
        for (Finding each : findings) {
            if (failOnFindings) {
                getLog().error(text.of(each));
            } else {
                getLog().warn(text.of(each));
            }
        }
        if (failOnFindings) {
            throw new MojoFailureException((findings.size() == 1 ? "A state is" : findings.size() + " states are")
                    + " not used once; see above, and " + reportDirectory + "/" + report() + ".html");
        }
    }
}
