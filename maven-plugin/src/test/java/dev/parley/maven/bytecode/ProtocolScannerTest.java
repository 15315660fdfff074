package dev.parley.maven.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.maven.Compilation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocols are found in folders and jars of class files, and read as they were written. */
class ProtocolScannerTest {

    @TempDir
    private Path directory;

    private static final String SALE =
            """
            package shop;

            import dev.parley.annotation.*;
            import java.util.List;
            import java.util.Map;

            @Protocol
            @Edge(from = Seller.class, to = Sale.Buyer.class, capacity = 4)
            @Edge(from = Sale.Buyer.class, to = Sale.Seller.class, mode = Edge.Mode.FIFO, whenFull = Edge.WhenFull.ERROR)
            public interface Sale {
                @Role interface Seller {}
                @Role interface Buyer {}

                @Message(from = Buyer.class, to = Seller.class) void wish(String title, int... amounts);
                Answer answer();

                @Choice(at = Seller.class)
                interface Answer {
                    @Message(from = Seller.class, to = Buyer.class, label = "yes")
                    End offer(Map.Entry<String, ? extends List<long[]>> prices);
                    @Message(from = Seller.class, to = Buyer.class) Sale no();
                }
            }
            """.replace("from = Seller.class, to = Sale.Buyer", "from = Sale.Seller.class, to = Sale.Buyer");

    @Test
    void aProtocolIsReadAsItWasWritten() throws IOException {
        ProtocolDeclaration sale = only(scan(Compilation.withoutProcessor(directory, SALE)));
        MessageStep wish = (MessageStep) sale.main().steps().get(0);
        BlockDeclaration answer = sale.block("Answer").orElseThrow();
        MessageStep offer = (MessageStep) answer.steps().get(0);

        assertThat(sale.qualifiedName()).isEqualTo("shop.Sale");
        assertThat(sale.roles()).extracting(role -> role.name().value()).containsExactly("Buyer", "Seller");
        assertThat(sale.main().steps()).extracting(Step::method).containsExactly("wish", "answer");
        assertThat(wish.parameterNames()).containsExactly("title", "amounts");
        assertThat(wish.varargs()).isTrue();
        assertThat(wish.message()).hasToString("wish(String, int[])");
        assertThat(offer.label()).hasToString("yes");
        assertThat(offer.payload().get(0).type())
                .hasToString("java.util.Map.Entry<java.lang.String, ? extends java.util.List<long[]>>");
        assertThat(offer.next()).isEqualTo(new Continuation.End());
        assertThat(sale.edges()).extracting(edge -> edge.from().name()).containsExactly("Seller", "Buyer");
        assertThat(ProtocolCompiler.compile(sale).diagnostics()).isEmpty();
    }

    @Test
    void placesAreDescribedByNamesAndTheSourceFile() throws IOException {
        ProtocolDeclaration sale = only(scan(jar(Compilation.withoutProcessor(directory, SALE))));
        MessageStep wish = (MessageStep) sale.main().steps().get(0);

        assertThat(wish.origin()).hasToString("shop.Sale.wish (shop/Sale.java in sale.jar)");
        assertThat(wish.from().origin()).hasToString("@Message on shop.Sale.wish (shop/Sale.java in sale.jar)");
        assertThat(sale.edges().get(0).origin()).hasToString("@Edge on shop.Sale (shop/Sale.java in sale.jar)");
    }

    @Test
    void protocolsComeSortedByNameAndWithoutPackageToo() throws IOException {
        String later = SALE.replace("package shop;", "package zoo;");
        String unnamed = SALE.replace("package shop;", "");
        String nested = "package shop;\nclass Market {\n"
                + SALE.substring(SALE.indexOf("@Protocol"))
                        .replace("@", "@dev.parley.annotation.")
                        .replace("End offer", "dev.parley.annotation.End offer")
                        .replace("= Edge", "= dev.parley.annotation.Edge")
                        .replace("Map.Entry<String, ? extends List<long[]>>", "String")
                + "}\n";

        List<Result<ProtocolDeclaration>> found = scan(Compilation.withoutProcessor(directory, later, unnamed, nested));

        assertThat(found)
                .extracting(result -> result.value().orElseThrow().qualifiedName())
                .containsExactly("Sale", "shop.Market.Sale", "zoo.Sale");
    }

    @Test
    void withoutTheNamesOfParametersAWarningTellsHowToKeepThem() throws IOException {
        List<Result<ProtocolDeclaration>> found = scan(Compilation.withOptions(directory, List.of("-proc:none"), SALE));

        Diagnostic warning = found.get(0).diagnostics().get(0);
        assertThat(found.get(0).diagnostics()).hasSize(1);
        assertThat(warning.id()).isEqualTo(DiagnosticId.PARAMETER_NAMES);
        assertThat(warning.origin()).hasToString("shop.Sale.wish (shop/Sale.java)");
        assertThat(warning.message()).contains("-parameters", "maven-compiler-plugin");
        assertThat(((MessageStep) only(found).main().steps().get(0)).parameterNames())
                .containsExactly("arg0", "arg1");
    }

    @Test
    void whatNoProtocolMayHaveIsReportedAndWhatItLeavesOpenIsNotGuessed() throws IOException {
        String broken = """
                package shop;

                import dev.parley.annotation.*;

                @Protocol
                public interface Broken<T> extends Runnable {
                    @Role interface Buyer { int X = 1; }
                    @Role class Seller {}
                    record Money(int euros) {}
                    private static void help() {}
                    @Message(from = Buyer.class, to = Seller.class) Seller wish(T any) throws Exception;
                    void nothing();
                }
                """;

        Result<ProtocolDeclaration> found =
                scan(Compilation.withoutProcessor(directory, broken)).get(0);

        assertThat(found.value()).isEmpty();
        assertThat(found.diagnostics())
                .extracting(diagnostic -> "[" + diagnostic.id().code() + "] " + diagnostic.problem())
                .containsExactlyInAnyOrder(
                        "[protocol-shape] Broken has type parameters, and a protocol has none",
                        "[protocol-shape] Broken extends java.lang.Runnable, and a protocol stands for itself",
                        "[protocol-member] Money is a record, neither a role nor a block",
                        "[role-shape] Buyer has members, and a role is nothing but a name",
                        "[role-shape] Seller is a class, and a role is an empty interface",
                        "[protocol-member] help is a static method, and the methods of a protocol are its steps",
                        "[protocol-member] wish throws java.lang.Exception, and a step throws nothing",
                        "[step-return] wish returns Seller, which is a role",
                        "[step-shape] nothing is neither a message nor a step on to a block");
    }

    @Test
    void aPayloadOutOfSightIsReported() throws IOException {
        String market = """
                package shop;

                import dev.parley.annotation.*;

                public class Market {
                    private record Secret() {}

                    @Protocol
                    public interface Sale {
                        @Role interface Seller {}
                        @Role interface Buyer {}
                        @Message(from = Buyer.class, to = Seller.class) void wish(java.util.List<Secret> secrets);
                    }
                }
                """;

        Result<ProtocolDeclaration> found =
                scan(Compilation.withoutProcessor(directory, market)).get(0);

        assertThat(found.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.id()).isEqualTo(DiagnosticId.PAYLOAD_TYPE);
            assertThat(diagnostic.problem()).isEqualTo("secrets is of type shop.Market.Secret, and Secret is private");
        });
    }

    @Test
    void aClassFileOfATooNewJavaIsNamed() throws IOException {
        Path classes = Compilation.withoutProcessor(directory, SALE);
        Path file = classes.resolve("shop/Sale.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = (byte) (44 + 99);
        Files.write(file, bytes);

        assertThatThrownBy(() -> scan(classes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Sale.class: it is compiled for Java 99, which is newer");
    }

    @Test
    void aBrokenClassFileIsNamedWithItsJar() throws IOException {
        Path classes = Compilation.withoutProcessor(directory, SALE);
        Path file = classes.resolve("shop/Sale.class");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));
        Path jar = jar(classes);

        assertThatThrownBy(() -> scan(jar))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot read /shop/Sale.class in sale.jar: it is no valid class file; build it anew");
    }

    @Test
    void aMissingNestedTypeIsNamed() throws IOException {
        Path classes = Compilation.withoutProcessor(directory, SALE);
        Files.delete(classes.resolve("shop/Sale$Buyer.class"));

        assertThatThrownBy(() -> scan(classes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Sale$Buyer.class, which is missing");
    }

    @Test
    void whatIsNoJarIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("no.jar"), "no");

        assertThatThrownBy(() -> scan(file)).isInstanceOf(IOException.class).hasMessageContaining("no.jar");
    }

    @Test
    void aFolderThatDoesNotExistHoldsNoProtocol() throws IOException {
        assertThat(scan(directory.resolve("nowhere"))).isEmpty();
    }

    private static List<Result<ProtocolDeclaration>> scan(Path folderOrJar) throws IOException {
        return new ProtocolScanner(List.of(folderOrJar)).scan(folderOrJar);
    }

    private static ProtocolDeclaration only(List<Result<ProtocolDeclaration>> found) {
        assertThat(found).hasSize(1);
        return found.get(0).value().orElseThrow();
    }

    private Path jar(Path classes) throws IOException {
        Path jar = directory.resolve("sale.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
            }
        }
        return jar;
    }
}
