package dev.parley.maven.report;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders of sources in which the files of protocols are found. */
final class SourceFiles {

    private final List<Path> roots;

    /**
     * A link to a source file.
     *
     * @param href where it leads, relative to the page
     * @param text the file's name and, where it is known, the line
     */
    record Link(String href, String text) {}

    SourceFiles(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** Returns the way from a folder of pages to the source of a protocol, if the source is there. */
    Optional<Link> link(ReportedProtocol protocol, Path pages) throws IOException {
        Optional<Path> file = protocol.sourceFile().flatMap(this::find);
        return file.isEmpty() ? Optional.empty() : Optional.of(link(protocol, file.get(), pages));
    }

    private Optional<Path> find(String name) {
        return roots.stream()
                .map(root -> root.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Link link(ReportedProtocol protocol, Path file, Path pages) throws IOException {
        String name = protocol.sourceFile().orElseThrow();
        int line = line(file, protocol.simpleName());
        String href = href(file, pages);
        return line == 0 ? new Link(href, name) : new Link(href + "#L" + line, name + ", line " + line);
    }

    private static String href(Path file, Path pages) {
        Path target = file.toAbsolutePath().normalize();
        Path from = pages.toAbsolutePath().normalize();
        if (!target.getRoot().equals(from.getRoot())) {
            return target.toUri().toString();
        }
        StringBuilder href = new StringBuilder();
        for (Path part : from.relativize(target)) {
            href.append(href.isEmpty() ? "" : "/").append(UrlText.encoded(part.toString()));
        }
        return href.toString();
    }

    /** Returns the line that declares the interface, counted from 1, or 0 if there is none: class files do not tell. */
    private static int line(Path file, String name) throws IOException {
        Pattern declaration = Pattern.compile("\\binterface\\s+" + Pattern.quote(name) + "\\b");
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (declaration.matcher(lines.get(i)).find()) {
                    return i + 1;
                }
            }
        } catch (MalformedInputException e) {
            // The source has another encoding than UTF-8: the link goes to the file as a whole.
        }
        return 0;
    }
}
