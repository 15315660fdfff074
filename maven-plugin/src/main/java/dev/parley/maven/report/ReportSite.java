package dev.parley.maven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the report of a module as a folder of web pages that need neither a server nor a network: {@code index.html}, a
 * page for each protocol under {@code protocols}, and beside each page a folder of its diagrams as text.
 */
public final class ReportSite {

    private static final String PAGES = "protocols";

    private final String module;
    private final SourceFiles sources;
    private final Path folder;
    private final Templates templates = new Templates();

    /**
     * Creates a site.
     *
     * @param module what the module is called
     * @param sourceRoots the folders of sources, in which the files of the protocols are looked for
     * @param folder where to write; it is created, and files of an earlier report are replaced
     */
    public ReportSite(String module, List<Path> sourceRoots, Path folder) {
        this.module = module;
        this.sources = new SourceFiles(sourceRoots);
        this.folder = folder;
    }

    /**
     * Writes all pages. Protocols with errors have a page that shows them.
     *
     * @return the index page
     * @throws IOException if a file cannot be written, or a source cannot be read
     */
    public Path write(List<ReportedProtocol> protocols) throws IOException {
        Path pages = Files.createDirectories(folder.resolve(PAGES));
        for (ReportedProtocol protocol : protocols) {
            List<DiagramFile> files = DiagramFile.all(protocol);
            writeDiagrams(pages.resolve(protocol.qualifiedName()), files);
            ProtocolPage page = ProtocolPage.of(module, protocol, sources.link(protocol, pages), files);
            Files.writeString(pages.resolve(protocol.qualifiedName() + ".html"), templates.protocol(page));
        }
        Path index = folder.resolve("index.html");
        Files.writeString(index, templates.index(IndexPage.of(module, PAGES, protocols)));
        return index;
    }

    private static void writeDiagrams(Path folder, List<DiagramFile> files) throws IOException {
        if (!files.isEmpty()) {
            Files.createDirectories(folder);
        }
        for (DiagramFile file : files) {
            Files.writeString(folder.resolve(file.name()), file.text());
        }
    }
}
