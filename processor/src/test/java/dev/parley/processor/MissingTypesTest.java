package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types that other processors generate are waited for; those that nobody generates are the compiler's to report. */
class MissingTypesTest {

    @TempDir
    private Path directory;

    private static final String SHOP = """
            import dev.parley.annotation.*;
            import java.util.List;

            @Protocol
            interface Shop {
                @Role interface Buyer {}
                @Role interface Seller {}

                @Message(from = Buyer.class, to = Seller.class) void order(List<? extends Goods[]> goods);
            }
            """;

    private static final String USER = """
            class Application {
                static void buy(ShopBuyer.Start start, List<Goods[]> goods) {
                    start.order(goods);
                }
            }
            """;

    @ParameterizedTest
    @EnumSource
    void endpointsCarryTypesThatAnotherProcessorGenerates(Compilers compiler) {
        Project.Outcome outcome = new Project(directory)
                .write("Shop.java", SHOP)
                .write("Application.java", "import java.util.List;\n" + USER)
                .compile(
                        compiler.get(),
                        compiler.options(),
                        List.of(new ProtocolProcessor(), new Generator("Step", "Goods")));

        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated().get("ShopBuyer.java")).contains("List<? extends Goods[]> goods");
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyGeneratesIsReportedByTheCompilerAlone(Compilers compiler) {
        Project.Outcome outcome =
                new Project(directory).write("Shop.java", SHOP).compile(compiler.get(), compiler.options());

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getMessage(Locale.ROOT)).contains("Goods");
            assertThat(problem.getLineNumber()).isEqualTo(9);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theOtherErrorsOfTheProtocolAreReportedBesideIt(Compilers compiler) {
        Project.Outcome outcome = new Project(directory)
                .write("Shop.java", SHOP.replace("to = Seller.class", "to = Buyer.class"))
                .compile(compiler.get(), compiler.options());

        assertThat(outcome.messages())
                .anySatisfy(text -> assertThat(text).contains("Goods"))
                .anySatisfy(text -> assertThat(text).startsWith("[message-self]"));
    }

    @ParameterizedTest
    @EnumSource
    void missingRolesBlocksAndLabelsAreNotReportedTwice(Compilers compiler) {
        Project.Outcome outcome =
                new Project(directory).write("Shop.java", """
                        import dev.parley.annotation.*;

                        @Protocol
                        @Edge(from = Shop.Byer.class, to = Shop.Seller.class)
                        interface Shop {
                            @Role interface Buyer {}
                            @Role interface Seller {}

                            @Message(from = Byer.class, to = {Seller.class, Baank.class}) Delivry order();
                            Delivry deliver();

                            @Choice(at = Selller.class)
                            interface Delivery {
                                @Message(from = Seller.class, to = Buyer.class) Gone<String> ship();
                            }
                        }
                        """).compile(compiler.get(), compiler.options());

        assertThat(outcome.problems())
                .as("one error for each type that does not exist")
                .hasSize(7)
                .allSatisfy(problem -> assertThat(problem.getMessage(Locale.ROOT))
                        .containsAnyOf("cannot find symbol", "cannot be resolved"));
    }

    @ParameterizedTest
    @EnumSource
    void annotationsWithoutTheirValuesAreTheCompilersToReport(Compilers compiler) {
        Project.Outcome outcome =
                new Project(directory).write("Shop.java", """
                        import dev.parley.annotation.*;

                        @Protocol
                        @Edge(capacity = 3)
                        interface Shop {
                            @Role interface Buyer {}
                            @Role interface Seller {}

                            @Message(to = Seller.class) void order();
                            @Message(from = Seller.class) void price();
                            @Message(from = Buyer.class, to = Seller.class, label = UNKNOWN) void pay();

                            @Choice
                            interface Delivery {}
                        }
                        """).compile(compiler.get(), compiler.options());

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.messages()).noneSatisfy(text -> assertThat(text).startsWith("["));
    }

    /** A type that is generated later stands outside the protocol, so it is no role; that must not go unsaid. */
    @ParameterizedTest
    @EnumSource
    void aGeneratedTypeIsNoRole(Compilers compiler) {
        Project.Outcome outcome = new Project(directory)
                .write("Shop.java", SHOP.replace("from = Buyer.class", "from = Goods.class"))
                .compile(compiler.get(), compiler.options(), List.of(new ProtocolProcessor(), new Generator("Goods")));

        assertThat(outcome.messages())
                .anySatisfy(text -> assertThat(text).startsWith("[role-undeclared] Goods is no role of Shop"));
    }

    /** Generates empty classes, one in each round. */
    @SupportedAnnotationTypes("*")
    private static final class Generator extends AbstractProcessor {

        private final List<String> names;
        private int round;

        Generator(String... names) {
            this.names = List.of(names);
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            if (round < names.size()) {
                String name = names.get(round++);
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write("public class " + name + " {}\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
