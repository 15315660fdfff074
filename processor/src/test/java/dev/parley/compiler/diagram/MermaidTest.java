package dev.parley.compiler.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.KnownProtocols;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class MermaidTest {

    @Test
    void drawsTheBlocksOfAProtocolAsFrames() {
        assertThat(Mermaid.sequence(Drawn.CALCULATOR.declaration())).isEqualTo("""
                        sequenceDiagram
                            participant r0 as Client
                            participant r1 as Server
                            loop Ask
                                alt add
                                    r0->>r1: add(int, int)
                                    r1->>r0: sum(long)
                                    Note over r0,r1: back to Ask
                                else bye
                                    r0->>r1: bye()
                                    Note over r0,r1: the session ends
                                end
                            end
                        """);
    }

    @Test
    void drawsAMulticastAsOneArrowForEachReceiverAndGoesOnAfterAChoice() {
        assertThat(Mermaid.sequence(KnownProtocols.named("TwoBuyer"))).isEqualTo("""
                        sequenceDiagram
                            participant r0 as Buyer
                            participant r1 as Friend
                            participant r2 as Seller
                            r0->>r2: title(String)
                            r2->>r0: quote(int)
                            r2->>r1: quote(int)
                            r0->>r1: share(int)
                            alt accept
                                r1->>r0: accept(String)
                                r1->>r2: accept(String)
                                r2->>r1: ship(String)
                            else reject
                                r1->>r0: reject()
                                r1->>r2: reject()
                            end
                        """);
    }

    @Test
    void drawsAParallelBlockAsAFrameWithAPartForEachBranch() {
        assertThat(Mermaid.sequence(Drawn.PARALLEL)).isEqualTo("""
                        sequenceDiagram
                            participant r0 as Clinic
                            participant r1 as Lab
                            par blood
                                r0->>r1: blood()
                                r1->>r0: finding(String)
                            and bill
                                r1->>r0: bill(int)
                            end
                            r0->>r1: thanks()
                        """);
    }

    @Test
    void drawsALoopOnlyAroundABlockThatIsGoneBackTo() {
        assertThat(Mermaid.sequence(KnownProtocols.named("AlternatingBit")))
                .as("One goes back to itself and to Zero; Ack0 and Ack1 are never gone back to")
                .containsSubsequence("loop Zero", "alt a1", "loop One", "alt a0")
                .doesNotContain("loop Ack");
    }

    @Test
    void drawsAMachineWithAWayToTheEndFromWhereItMayBeDone() {
        assertThat(Mermaid.states(Drawn.MACHINE)).isEqualTo("""
                        ---
                        title: C
                        ---
                        stateDiagram-v2
                            state "S0" as s0
                            state "S1" as s1
                            state "S2" as s2
                            [*] --> s0
                            s0 --> s1 : A?more()
                            s1 --> s0 : A!again()
                            s1 --> s2 : B!done()
                            s0 --> [*]
                            s2 --> [*]
                        """);
    }

    @Test
    void drawsAGlobalAutomaton() {
        assertThat(Mermaid.states("Calculator", Drawn.CALCULATOR.global())).isEqualTo("""
                        ---
                        title: Calculator
                        ---
                        stateDiagram-v2
                            state "0" as s0
                            state "1" as s1
                            state "2" as s2
                            [*] --> s0
                            s0 --> s1 : Client -#gt; Server #58; add(int, int)
                            s0 --> s2 : Client -#gt; Server #58; bye()
                            s1 --> s0 : Server -#gt; Client #58; sum(long)
                            s2 --> [*]
                        """);
    }

    @Test
    void keepsNamesFromBeingTakenForTheLanguage() {
        assertThat(Mermaid.sequence(Drawn.HOSTILE.declaration())).isEqualTo("""
                        sequenceDiagram
                            participant r0 as End
                            participant r1 as Note
                            participant r2 as Über
                            loop Alt__Else
                                alt title
                                    r1->>r0: title(List#lt;String#gt;)
                                    r1->>r2: title(List#lt;String#gt;)
                                    Note over r0,r2: back to Alt__Else
                                else end
                                    r1->>r0: end()
                                    r1->>r2: end()
                                    r0->>r1: loop()
                                end
                            end
                        """);
    }

    @Test
    void drawsARunWithWhatStaysUnderWay() {
        Action.Send send =
                new Action.Send(new RoleName("B"), new Message(new Label("x"), List.of(TypeRef.Primitive.INT)));
        Event sent = new Event(new RoleName("A"), send);
        Event taken = new Event(new RoleName("B"), new Action.Receive(new RoleName("A"), send.message()));

        assertThat(Mermaid.run(List.of(new RoleName("A"), new RoleName("B")), List.of(sent, taken, sent, sent, taken)))
                .isEqualTo("""
                        sequenceDiagram
                            participant r0 as A
                            participant r1 as B
                            r0->>r1: x(int)
                            r0-)r1: x(int)
                            r0-)r1: x(int)
                            Note over r1: takes x(int)
                        """);
    }
}
