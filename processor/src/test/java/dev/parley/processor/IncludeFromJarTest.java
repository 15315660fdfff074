package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A protocol may be included that is there as a class file only, in the jar of another module. */
class IncludeFromJarTest {

    private static final String PAYMENT = """
            package bank;

            import dev.parley.annotation.*;

            @Protocol
            public interface Payment {
                @Role interface Payer {}
                @Role interface Payee {}

                @Message(from = Payee.class, to = Payer.class) void bill(long cents);
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

                @Message(from = Buyer.class, to = Seller.class) void order(String what);
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

    private static final String TRADE = """
            package shop;

            import bank.Slip;
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            public class Trade {
                public static List<String> trade() {
                    List<String> heard = new CopyOnWriteArrayList<>();
                    ShopSession.run(
                            buyer -> {
                                var bill = buyer.order("tea").receive();
                                heard.add(bill.pay(bill.cents(), new Slip("paid")).done().receive().what());
                            },
                            seller -> {
                                var order = seller.receive();
                                String what = order.what();
                                ShopSeller.Settle settle = order.bill(250);
                                while (settle != null) {
                                    settle = settle.receive().match(
                                            pay -> {
                                                heard.add(pay.slip().text() + " " + pay.cents());
                                                return pay;
                                            },
                                            done -> {
                                                done.ship(what);
                                                return null;
                                            });
                                }
                            });
                    return heard;
                }
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void itsRolesRunAsPartsOfOnesOwn(Compilers compiler) throws Exception {
        Path jar = jar(compiler, List.of("-parameters"));
        Project shop = project("shop").write("shop/Shop.java", SHOP).write("shop/Trade.java", TRADE);

        Project.Outcome outcome = shop.compile(Compilers.JAVAC.get(), with(jar, Compilers.JAVAC.options()));

        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated().keySet()).noneMatch(file -> file.contains("Payment"));
        URL[] places = {shop.output().toUri().toURL(), jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
            Object heard = loader.loadClass("shop.Trade").getMethod("trade").invoke(null);
            assertThat(heard).isEqualTo(List.of("paid 250", "tea"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheNamesOfParametersItIsRefused(Compilers compiler) throws IOException {
        Path jar = jar(compiler, List.of());

        Project.Outcome outcome =
                project("shop").write("shop/Shop.java", SHOP).compile(compiler.get(), with(jar, compiler.options()));

        assertThat(outcome.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith(
                                "[include-protocol] Payment cannot be included, as its class file does not tell the names")
                        .contains("hint: compile Payment with the option -parameters"));
        assertThat(outcome.problems().get(0).getLineNumber()).isEqualTo(13);
    }

    /** It does not pass on to processors what the class file tells. */
    @Test
    void eclipsesCompilerNeverTellsTheNames() throws IOException {
        Path jar = jar(Compilers.JAVAC, List.of("-parameters"));

        Project.Outcome outcome = project("shop")
                .write("shop/Shop.java", SHOP)
                .compile(Compilers.ECJ.get(), with(jar, Compilers.ECJ.options()));

        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .startsWith("[include-protocol] Payment cannot be included");
    }

    @Test
    void payloadsThatOnlyItsPackageSeesAreReportedAtTheStep() throws IOException {
        Path jar = jar(Compilers.JAVAC, List.of("-parameters"), PAYMENT, SLIP.replace("public ", ""));

        Project.Outcome outcome = project("shop")
                .write("shop/Shop.java", SHOP)
                .compile(Compilers.JAVAC.get(), with(jar, Compilers.JAVAC.options()));

        assertThat(outcome.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("[payload-type] in the included Payment, slip is of type bank.Slip,"
                                + " and Slip is visible in its package only")
                        .contains("the place: bank.Payment.Settle.pay", "hint: make the type public"));
        assertThat(outcome.problems().get(0).getLineNumber()).isEqualTo(13);
    }

    @Test
    void errorsOfTheOtherModuleAreToldWithTheirPlace() throws IOException {
        String unaware = PAYMENT.replace(
                "End done();", "Settle done();\n@Message(from = Payee.class, to = Payer.class) End no();");
        Path jar = jar(Compilers.JAVAC, List.of("-parameters", "-proc:none"), unaware, SLIP);

        Project.Outcome outcome = project("shop")
                .write("shop/Shop.java", SHOP)
                .compile(Compilers.JAVAC.get(), with(jar, Compilers.JAVAC.options()));

        assertThat(outcome.messages())
                .anySatisfy(message -> assertThat(message)
                        .startsWith("[choice-sender] in the included Payment, the alternative no is sent by Seller,")
                        .contains("the place: @Message on bank.Payment.Settle.no"));
    }

    private Project project(String name) {
        return new Project(directory.resolve(name));
    }

    private Path jar(Compilers compiler, List<String> options) throws IOException {
        return jar(compiler, options, PAYMENT, SLIP);
    }

    /** Compiles the included protocol, and returns a jar that has its class files and nothing else. */
    private Path jar(Compilers compiler, List<String> options, String payment, String slip) throws IOException {
        Project bank = project("bank").write("bank/Payment.java", payment).write("bank/Slip.java", slip);
        List<String> all = new ArrayList<>(compiler.options());
        all.addAll(options);
        bank.compile(
                compiler.get(), all, options.contains("-proc:none") ? List.of() : List.of(new ProtocolProcessor()));
        Path jar = directory.resolve("bank.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> classes = Files.walk(bank.output())) {
            for (Path each :
                    classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                out.putNextEntry(
                        new JarEntry(bank.output().relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
            }
        }
        return jar;
    }

    private static List<String> with(Path jar, List<String> options) {
        List<String> all = new ArrayList<>(options);
        int classPath = all.indexOf("-classpath") + 1;
        all.set(classPath, jar + File.pathSeparator + all.get(classPath));
        return all;
    }
}
