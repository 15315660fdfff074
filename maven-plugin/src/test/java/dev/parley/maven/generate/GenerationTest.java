package dev.parley.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.maven.Compilation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the protocols that come as class files, the wanted endpoints are generated, the same as the processor would. */
class GenerationTest {

    private static final String IMPORTS = "package shop;\nimport dev.parley.annotation.*;\n";

    private static final String SALE = IMPORTS + """
            @Protocol
            public interface Sale {
                @Role interface Buyer {}
                @Role interface Seller {}
                @Role interface Courier {}
                @Message(from = Buyer.class, to = Seller.class) void ask(String title);
                @Message(from = Seller.class, to = {Buyer.class, Courier.class}) End price(int euros);
            }
            """;

    private static final String CHAT = IMPORTS + """
            @Protocol
            interface Chat {
                @Role interface Ann {}
                @Role interface Bob {}
                @Message(from = Ann.class, to = Bob.class) End say(String text);
            }
            """;

    @TempDir
    private Path directory;

    private Path classes;

    @BeforeEach
    void compile() {
        classes = Compilation.withoutProcessor(directory.resolve("protocols"), SALE, CHAT);
    }

    @Test
    void withoutAChoiceEverythingIsGenerated() throws Exception {
        Generation.Output output = generate(List.of(), List.of());

        assertThat(output.errors()).isEmpty();
        assertThat(output.warnings()).isEmpty();
        assertThat(output.files().keySet())
                .containsExactly(
                        "shop/ChatAnn.java",
                        "shop/ChatBob.java",
                        "shop/ChatSession.java",
                        "shop/SaleBuyer.java",
                        "shop/SaleCourier.java",
                        "shop/SaleSeller.java",
                        "shop/SaleSession.java");
    }

    @Test
    void allRolesGiveTheSameSourcesAsTheProcessor() throws Exception {
        Path processed = directory.resolve("processed");
        Compilation.withProcessor(processed, SALE, CHAT);

        assertThat(generate(List.of(), List.of()).files())
                .allSatisfy((path, text) -> assertThat(
                                processed.resolve("generated").resolve(path))
                        .content()
                        .isEqualTo(text));
    }

    @Test
    void aSessionForSomeRolesLeavesTheOthersToBePlayedElsewhere() throws Exception {
        Generation.Output output = generate(List.of("shop.Sale"), List.of("Buyer", "Courier"));
        String session = output.files().get("shop/SaleSession.java");

        assertThat(output.files().keySet())
                .containsExactly("shop/SaleBuyer.java", "shop/SaleCourier.java", "shop/SaleSession.java");
        assertThat(session)
                .contains("Not played here: Seller.")
                .contains("open(SessionOptions options)", "buyer()", "courier()")
                .contains("RoleProgram<SaleBuyer.", "RoleProgram<SaleCourier.")
                .doesNotContain("open()", "seller()", "SaleSeller", "SessionOptions.defaults()");
    }

    @Test
    void rolesOfOtherProtocolsAreLeftOutUnlessAskedFor() throws Exception {
        assertThat(generate(List.of(), List.of("Bob")).files().keySet())
                .containsExactly("shop/ChatBob.java", "shop/ChatSession.java");
        assertThatThrownBy(() -> generate(List.of("shop.Sale", "shop.Chat"), List.of("Bob")))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("The protocol shop.Sale has none of the roles Bob. Leave it out, or add a role of it.");
    }

    @Test
    void whatGeneratedSourcesSayCompilesWithTheProtocol() throws Exception {
        Generation.Output output = generate(List.of(), List.of("Seller", "Ann"));
        String[] sources = output.files().values().toArray(String[]::new);

        Path compiled = Compilation.withOptions(
                directory.resolve("sources"),
                List.of("-proc:none", "-Xlint:all", "-Werror", "-cp", classPathWith(classes)),
                sources);

        assertThat(compiled.resolve("shop/SaleSeller.class")).exists();
    }

    @Test
    void anUnknownProtocolOrRoleIsAnsweredWithTheNearestName() {
        assertThatThrownBy(() -> generate(List.of("shop.Sael"), List.of()))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("No dependency holds a protocol shop.Sael. Did you mean shop.Sale?");
        assertThatThrownBy(() -> generate(List.of("Xyzzy"), List.of()))
                .hasMessage("No dependency holds a protocol Xyzzy. There are shop.Chat, shop.Sale.");
        assertThatThrownBy(() -> generate(List.of("shop.Sale"), List.of("Byer")))
                .hasMessage("No protocol has a role Byer. Did you mean Buyer?");
        assertThatThrownBy(() -> new Generation(List.of(), new Selection(List.of("A"), List.of())).generate())
                .hasMessage("No dependency holds a protocol A. None holds any protocol:"
                        + " add the jar that does as a dependency.");
    }

    @Test
    void aProtocolWithErrorsOrWithoutTheNamesOfParametersIsRefusedIfItIsWanted() throws Exception {
        String broken = IMPORTS + """
                @Protocol
                public interface Broken {
                    @Role interface Ann {}
                    @Role interface Bob {}
                    @Message(from = Ann.class, to = Ann.class) End say(String text);
                }
                """;
        Path unnamed = Compilation.withOptions(directory.resolve("broken"), List.of("-proc:none"), broken);

        Generation all = new Generation(List.of(classes, unnamed), new Selection(List.of(), List.of()));
        Generation sale = new Generation(List.of(classes, unnamed), new Selection(List.of("shop.Sale"), List.of()));

        assertThat(all.generate().files()).isEmpty();
        assertThat(all.generate().errors())
                .extracting(Diagnostic::id)
                .contains(DiagnosticId.PARAMETER_NAMES, DiagnosticId.MESSAGE_SELF);
        assertThat(sale.generate().errors()).isEmpty();
    }

    @Test
    void endpointsThatADependencyHoldsAlreadyAreWarnedOf() throws Exception {
        Path processed = Compilation.withProcessor(directory.resolve("processed"), CHAT);

        assertThat(new Generation(List.of(processed), new Selection(List.of(), List.of("Bob")))
                        .generate()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("A dependency holds the endpoint shop.ChatSession already");
    }

    private Generation.Output generate(List<String> protocols, List<String> roles) throws Exception {
        return new Generation(List.of(classes, jspecify()), new Selection(protocols, roles)).generate();
    }

    /** The processor sees what tests are compiled against, JSpecify's annotations among it. */
    private static Path jspecify() throws Exception {
        return Path.of(Nullable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String classPathWith(Path classes) {
        return System.getProperty("java.class.path") + File.pathSeparator + classes;
    }
}
