package dev.parley.maven.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.maven.Compilation;
import dev.parley.maven.bytecode.ProtocolScanner;
import dev.parley.maven.simulate.Simulation.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

    private static final Settings SETTINGS = new Settings(20, 30, 1, 2, 1_000);

    @TempDir
    private Path directory;

    private CompiledProtocol compile(String name, String members) throws IOException {
        Path classes = Compilation.withoutProcessor(directory, """
                package shop;
                import dev.parley.annotation.*;
                @Protocol
                public interface %s {
                    @Role interface Buyer {}
                    @Role interface Seller {}
                    @Role interface Log {}
                    %s
                }
                """.formatted(name, members));
        return new ProtocolScanner(List.of(classes))
                .scan(classes)
                .get(0)
                .then(ProtocolCompiler::compile)
                .value()
                .orElseThrow();
    }

    private CompiledProtocol sale() throws IOException {
        return compile("Sale", """
                @Message(from = Buyer.class, to = Seller.class) void ask(String what);
                @Message(from = Buyer.class, to = Seller.class) void hurry();
                Answer answer();
                @Choice(at = Seller.class) interface Answer {
                    @Message(from = Seller.class, to = {Buyer.class, Log.class}) void price(int euros);
                    @Message(from = Seller.class, to = {Buyer.class, Log.class}) End no();
                }
                """);
    }

    private CompiledProtocol ticks() throws IOException {
        return compile("Ticks", """
                Round round();
                interface Round {
                    @Message(from = Buyer.class, to = {Seller.class, Log.class}) Round tick();
                }
                """);
    }

    @Test
    void tellsAParallelBlockInTermsOfItsRoles() throws IOException {
        Simulation simulation = simulate(compile("Assay", """
                Both both();
                @Message(from = Buyer.class, to = Log.class) void entry();
                @Parallel interface Both {
                    @Message(from = Buyer.class, to = Seller.class) void order(int pieces);
                    @Message(from = Seller.class, to = Buyer.class) void offer(int euros);
                }
                """));

        assertThat(String.join("\n", simulation.lines()))
                .contains(
                        "Buyer -> Seller, in branch order of Both: at most 1 under way",
                        "order(int)",
                        "offer(int)",
                        "every role can end")
                .doesNotContain("(fork)", "(join)", "Both.");
        assertThat(simulation.mermaid())
                .contains("order(int)", "offer(int)", "entry()")
                .doesNotContain("(fork)", "(join)", "Both", "r-1");
    }

    private static Simulation simulate(CompiledProtocol protocol) {
        return Simulation.of(protocol, SETTINGS, (work, most) -> Progress.NONE);
    }

    @Test
    void saysWhatItFoundAndDrawsTheFirstWalk() throws IOException {
        assertThat(simulate(sale()).lines())
                .startsWith(
                        "shop.Sale",
                        "  everything that can happen with at most 2 under way from one role to another:",
                        "    configurations  17",
                        "    transitions     22")
                .contains(
                        "    loops           0",
                        "    ends            1",
                        "    Buyer -> Seller: at most 2 under way",
                        "    Seller -> Log: at most 1 under way",
                        "    more room would change nothing",
                        "    every role can end, whatever has happened so far",
                        "    20 came to the end, 0 were cut, 0 got stuck",
                        "    steps: 8 to 8, 8.0 on average",
                        "  the first walk:");
    }

    @Test
    void saysWhatHasNoEnd() throws IOException {
        assertThat(simulate(ticks()).lines())
                .contains(
                        "    loops           1",
                        "    ends            0",
                        "    with more room more could be under way",
                        "    cannot always end: Buyer, Log, Seller",
                        "    0 came to the end, 20 were cut, 0 got stuck",
                        "  the first walk, up to where it was cut:");
    }

    @Test
    void theSameSeedGivesTheSameOutput() throws IOException {
        CompiledProtocol protocol = ticks();

        assertThat(simulate(protocol).lines()).isEqualTo(simulate(protocol).lines());
        assertThat(simulate(protocol).mermaid()).isEqualTo(simulate(protocol).mermaid());
        assertThat(Simulation.of(protocol, new Settings(20, 30, 2, 2, 1_000), (work, most) -> Progress.NONE)
                        .mermaid())
                .isNotEqualTo(simulate(protocol).mermaid());
    }

    @Test
    void saysWhenItGaveUp() throws IOException {
        assertThat(Simulation.of(ticks(), new Settings(1, 5, 1, 3, 4), (work, most) -> Progress.NONE)
                        .lines())
                .contains(
                        "  everything that can happen with at most 3 under way from one role to another, as far as it was looked at:")
                .anyMatch(line -> line.matches(" +configurations +\\d+ and more"))
                .doesNotContain("    every role can end, whatever has happened so far");
    }

    @Test
    void tellsOfItsProgress() throws IOException {
        List<String> told = new ArrayList<>();
        Simulation.of(sale(), SETTINGS, (work, most) -> {
            told.add(work + " of " + most);
            return new Progress() {
                private long last;

                @Override
                public void reached(long done) {
                    last = done;
                }

                @Override
                public void close() {
                    told.add("done " + last);
                }
            };
        });

        assertThat(told).containsExactly("exploring of 1000", "done 17", "walking of 20", "done 20");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> new Settings(1, 1, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound is 0, and must be at least 1");
    }
}
