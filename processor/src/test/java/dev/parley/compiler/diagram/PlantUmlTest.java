package dev.parley.compiler.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlantUmlTest {

    @Test
    void drawsTheBlocksOfAProtocolAsFrames() {
        assertThat(PlantUml.sequence(Drawn.CALCULATOR.declaration())).isEqualTo("""
                        @startuml
                            participant "Client" as r0
                            participant "Server" as r1
                            loop Ask
                                alt add
                                    r0 ->> r1 : add(int, int)
                                    r1 ->> r0 : sum(long)
                                    note over r0, r1 : back to Ask
                                else bye
                                    r0 ->> r1 : bye()
                                    note over r0, r1 : the session ends
                                end
                            end
                        @enduml
                        """);
    }

    @Test
    void drawsAMachineWithAWayToTheEndFromWhereItMayBeDone() {
        assertThat(PlantUml.states(Drawn.MACHINE)).isEqualTo("""
                        @startuml
                        !pragma layout smetana
                        title C
                        state "S0" as s0
                        state "S1" as s1
                        state "S2" as s2
                        [*] --> s0
                        s0 --> s1 : A?more()
                        s1 --> s0 : A!again()
                        s1 --> s2 : B!done()
                        s0 --> [*]
                        s2 --> [*]
                        @enduml
                        """);
    }

    @Test
    void drawsAGlobalAutomaton() {
        assertThat(PlantUml.states("Calculator", Drawn.CALCULATOR.global()))
                .contains("title Calculator\n", "s1 --> s0 : Server -> Client : sum(long)\n", "s2 --> [*]\n");
    }

    @Test
    void keepsNamesFromBeingTakenForMarkup() {
        assertThat(PlantUml.sequence(Drawn.HOSTILE.declaration()))
                .contains(
                        "participant \"Note\" as r1\n",
                        "loop Alt~__Else\n",
                        "r1 ->> r0 : title(List~<String>)\n",
                        "note over r0, r2 : back to Alt~__Else\n");
    }
}
