package dev.parley.maven.bytecode.linear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures how long it takes to verify 2,000 classes: variants of the right programs of the corpus. A program, not a test. */
public final class VerifySpeed {

    private static final int CLASSES = 2_000;
    private static final int ROUNDS = 10;

    private VerifySpeed() {}

    /** Prints the time that each of several rounds takes. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("verify-speed");
        Path classes = Corpus.compile(folder, variants(folder));
        for (int i = 1; i <= ROUNDS; i++) {
            long start = System.nanoTime();
            Verification verification =
                    new LinearityVerifier(Corpus.classPath(classes), name -> false).verify(classes, List.of());
            System.out.printf(
                    "round %d: %d classes, %d methods with states, %d findings, %,d ms%n",
                    i,
                    verification.classes(),
                    verification.methods(),
                    verification.findings().size(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static List<Path> variants(Path folder) throws IOException {
        List<Path> programs = new ArrayList<>();
        Corpus.categories().forEach(category -> programs.addAll(Corpus.files(category)));
        programs.removeIf(program -> !Corpus.expected(program).isEmpty());
        List<Path> variants = new ArrayList<>(Corpus.files("protocols"));
        int first = variants.size();
        for (int i = 0; variants.size() < first + CLASSES; i++) {
            Path program = programs.get(i % programs.size());
            String name = program.getFileName().toString().replace(".java", "");
            String source = Files.readString(program).replaceAll("\\b" + name + "\\b", name + i);
            variants.add(Files.writeString(folder.resolve(name + i + ".java"), source));
        }
        return variants;
    }
}
