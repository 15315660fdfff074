package dev.parley.compiler.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DotTest {

    @Test
    void drawsAMachineWithADoubleLineWhereItMayBeDone() {
        assertThat(Dot.states(Drawn.MACHINE)).isEqualTo("""
                        digraph "C" {
                            rankdir=LR;
                            node [shape=box, style=rounded];
                            start [shape=point];
                            s0 [label="S0", peripheries=2];
                            s1 [label="S1"];
                            s2 [label="S2", peripheries=2];
                            start -> s0;
                            s0 -> s1 [label="A?more()"];
                            s1 -> s0 [label="A!again()"];
                            s1 -> s2 [label="B!done()"];
                        }
                        """);
    }

    @Test
    void drawsAGlobalAutomaton() {
        assertThat(Dot.states("Calculator", Drawn.CALCULATOR.global())).isEqualTo("""
                        digraph "Calculator" {
                            rankdir=LR;
                            node [shape=box, style=rounded];
                            start [shape=point];
                            s0 [label="0"];
                            s1 [label="1"];
                            s2 [label="2", peripheries=2];
                            start -> s0;
                            s0 -> s1 [label="Client -> Server : add(int, int)"];
                            s0 -> s2 [label="Client -> Server : bye()"];
                            s1 -> s0 [label="Server -> Client : sum(long)"];
                        }
                        """);
    }
}
