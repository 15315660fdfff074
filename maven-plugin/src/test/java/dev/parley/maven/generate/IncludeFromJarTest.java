package dev.parley.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.maven.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A protocol and the one that it includes may come in different jars. */
class IncludeFromJarTest {

    private static final String PAYMENT = """
            package bank;

            import dev.parley.annotation.*;

            @Protocol
            public interface Payment {
                @Role interface Payer {}
                @Role interface Payee {}

                Settle settle();

                @Choice(at = Payer.class)
                interface Settle {
                    @Message(from = Payer.class, to = Payee.class) Settle pay(long cents, Slip slip);
                    @Message(from = Payer.class, to = Payee.class) End done();
                }
            }
            """;

    private static final String SLIP = "package bank;\n\npublic record Slip(String text) {}\n";

    private static final String SHOP = """
            package shop;

            import bank.Payment;
            import dev.parley.annotation.*;

            @Protocol
            public interface Shop {
                @Role interface Buyer {}
                @Role interface Seller {}

                @Message(from = Seller.class, to = Buyer.class) void offer(long cents);
                @Include(
                        value = Payment.class,
                        roles = {
                            @Bind(role = Payment.Payer.class, to = Buyer.class),
                            @Bind(role = Payment.Payee.class, to = Seller.class)
                        })
                void pay();
                @Message(from = Seller.class, to = Buyer.class) void ship(String what);
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void theEndpointsAreThoseOfTheProcessor() throws Exception {
        Compilation.withProcessor(directory.resolve("processed"), SHOP, PAYMENT, SLIP);
        Path classes = Compilation.withoutProcessor(directory, SHOP, PAYMENT, SLIP);

        Generation.Output output = generate(classes);

        assertThat(output.errors()).isEmpty();
        assertThat(output.files().keySet())
                .containsExactly("shop/ShopBuyer.java", "shop/ShopSeller.java", "shop/ShopSession.java");
        assertThat(output.files())
                .allSatisfy((path, text) -> assertThat(
                                directory.resolve("processed/generated").resolve(path))
                        .content()
                        .isEqualTo(text));
    }

    @Test
    void withoutTheNamesOfItsParametersItIsRefused() throws Exception {
        Compilation.withOptions(directory, List.of("-proc:none"), PAYMENT, SLIP);
        Path classes = Compilation.withOptions(
                directory, List.of("-parameters", "-proc:none", "-classpath", classPath()), SHOP);

        assertThat(generate(classes).errors()).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo(DiagnosticId.PARAMETER_NAMES);
            assertThat(error.origin()).hasToString("@Include on shop.Shop.pay (shop/Shop.java in shop.jar)");
            assertThat(error.message()).contains("compile Payment with the option -parameters");
        });
    }

    @Test
    void payloadsThatOnlyItsPackageSeesAreReported() throws Exception {
        Path classes = Compilation.withoutProcessor(directory, SHOP, PAYMENT, SLIP.replace("public record", "record"));

        assertThat(generate(classes).errors())
                .extracting(Diagnostic::problem)
                .containsExactly("in the included Payment, slip is of type bank.Slip,"
                        + " and Slip is visible in its package only");
    }

    private String classPath() {
        return directory.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
    }

    private Generation.Output generate(Path classes) throws IOException, UnknownNameException {
        Path jspecify = Path.of(Nullable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        List<Path> jars = List.of(jar(classes, "shop"), jar(classes, "bank"), jspecify);
        return new Generation(jars, new Selection(List.of("shop.Shop"), List.of())).generate();
    }

    private Path jar(Path classes, String packageName) throws IOException {
        Path jar = directory.resolve(packageName + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes.resolve(packageName))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(packageName + "/" + each.getFileName()));
                Files.copy(each, out);
            }
        }
        return jar;
    }
}
