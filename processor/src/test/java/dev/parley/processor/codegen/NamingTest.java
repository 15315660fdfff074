package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.protocol.ProtocolDeclaration;
import org.junit.jupiter.api.Test;

/** Names that meet in generated code, as worked out in {@code docs/design/naming.md}. The programs use what each becomes. */
class NamingTest {

    private static final String ROLES = "@Role interface A {}\n@Role interface B {}\n";
    private static final String TO_B = "@Message(from = A.class, to = B.class) ";
    private static final String TO_A = "@Message(from = B.class, to = A.class) ";

    /** Returns a protocol of the two roles A and B with the given members. */
    private static String talk(String... members) {
        return Sources.protocol("@Protocol public interface Talk {\n" + ROLES + String.join("\n", members) + "\n}\n");
    }

    /** Returns a program with the given statements, which may use {@code session}. */
    private static String program(String statements) {
        return """
                package example;

                public class Program {
                    static void use(TalkSession session) throws Exception {
                %s
                    }
                }
                """.formatted(statements.indent(8));
    }

    @Test
    void accessorsYieldToActions() {
        Generated.from(talk(TO_B + "void ask(int value, int other);", TO_A + "void value();"), program("""
                        TalkB.Ask ask = session.b().receive();
                        int value = ask.value_() + ask.other();
                        ask.value();
                        """));
    }

    @Test
    void accessorsYieldToActionsOfTheStateTheyLeadTo() {
        Generated.from(
                talk(
                        "Loop loop();",
                        "@Choice(at = A.class) interface Loop {",
                        TO_B + "Answer ask(int value);",
                        TO_B + "End end();",
                        "} interface Answer {",
                        TO_A + "Loop ask(int end);",
                        "}"),
                program("""
                        TalkA.Ask ask = session.a().ask(1).receive();
                        int end = ask.end_();
                        ask.end();
                        """));
    }

    @Test
    void accessorsYieldToMethodsThatEveryMessageHas() {
        Generated.from(
                talk(
                        TO_B + "void ask(int copy, int receive, int tryReceive, int copy_, int match);",
                        TO_B + "void more(int take, int state, int x);"),
                program("""
                        TalkB.Ask ask = session.b().receive();
                        int sum = ask.copy__() + ask.copy_() + ask.receive_() + ask.tryReceive_() + ask.match();
                        TalkB.Ask.Copy copy = ask.copy();
                        int kept = copy.copy__() + copy.receive_();
                        TalkB.More more = ask.receive();
                        sum += more.take() + more.state();
                        """));
    }

    @Test
    void accessorsYieldToMethodsOfObject() {
        Generated.from(
                talk(TO_B + "void ask(int getClass, int notify, int notifyAll, int wait, int clone, int finalize,"
                        + " int hashCode, int toString, int equals);"),
                program("""
                        TalkB.Ask ask = session.b().receive();
                        int sum = ask.getClass_() + ask.notify_() + ask.notifyAll_() + ask.wait_() + ask.clone_()
                                + ask.finalize_() + ask.hashCode_() + ask.toString_() + ask.equals()
                                + ask.copy().hashCode_();
                        """));
    }

    @Test
    void actionsYieldToMethodsOfObject() {
        Generated.from(
                talk(
                        "@Message(from = A.class, to = B.class, label = \"wait\") void m1();",
                        "@Message(from = A.class, to = B.class, label = \"wait\") void m2(long millis);",
                        "@Message(from = A.class, to = B.class, label = \"wait\") void m3(String reason);",
                        "@Message(from = A.class, to = B.class, label = \"notify\") void m4();",
                        "@Message(from = A.class, to = B.class, label = \"getClass\") void m5();",
                        "@Message(from = A.class, to = B.class, label = \"toString\") void m6();",
                        "@Message(from = A.class, to = B.class, label = \"hashCode\") void m7();",
                        "@Message(from = A.class, to = B.class, label = \"equals\") void m8(Object other);",
                        "@Message(from = A.class, to = B.class, label = \"clone\") void m9();",
                        "@Message(from = A.class, to = B.class, label = \"finalize\") void m10();"),
                program("""
                        session.a().wait_().wait_(1L).wait("reason").notify_().getClass_().toString_().hashCode_()
                                .equals_(new Object()).clone_().finalize_();
                        """));
    }

    @Test
    void actionsYieldToWhatMessagesHave() {
        Generated.from(
                talk(
                        TO_B + "void ask();",
                        TO_A + "void copy();",
                        TO_A + "void copy_();",
                        TO_A + "void copy(int number);",
                        TO_A + "void receive(java.time.Duration duration);",
                        TO_A + "void receive(int number);",
                        TO_A + "void tryReceive();"),
                program("""
                        TalkB.Ask ask = session.b().receive();
                        ask.copy_().copy_().copy(1).receive_(java.time.Duration.ZERO).receive(1).tryReceive_();
                        """));
    }

    @Test
    void parametersMayBeNamedLikeWhatMethodsUse() throws Throwable {
        String protocol = talk(
                TO_B
                        + "void ask(long core, int lane, int STATE, int MESSAGE, float Float, double Double, int header, String message);");

        assertThat(Generated.from(protocol, """
                        package example;

                        public class Program {
                            public static String play() {
                                TalkSession session = TalkSession.open();
                                session.a().ask(1, 2, 3, 4, 5, 6, 7, "8");
                                return session.b().receive().copy().toString();
                            }
                        }
                        """).call("example.Program", "play"))
                .isEqualTo("Copy[core=1, lane=2, STATE=3, MESSAGE=4, Float=5.0, Double=6.0, header=7, message=8]");
    }

    @Test
    void parametersMayBeNamedLikeContextualKeywords() {
        Generated.from(
                talk(TO_B + "void ask(int var, int record, int yield, int sealed, int permits, int when);"),
                program("""
                        session.a().ask(1, 2, 3, 4, 5, 6);
                        TalkB.Ask ask = session.b().receive();
                        int sum = ask.var() + ask.record() + ask.yield_() + ask.sealed() + ask.permits() + ask.when();
                        """));
    }

    @Test
    void messagesYieldToTypesThatEveryRoleHas() {
        Generated.from(
                talk(
                        "Loop loop();",
                        "@Choice(at = A.class) interface Loop {",
                        TO_B + "Loop received(int copy);",
                        TO_B + "Loop copy();",
                        TO_B + "Loop core();",
                        TO_B + "Loop handler();",
                        TO_B + "Loop ended();",
                        TO_B + "End cases();",
                        TO_B + "End case_();",
                        "@Message(from = A.class, to = B.class, label = \"Case\") End caseMessage();",
                        "}"),
                program("""
                        String what = session.b().receive().match(
                                received -> "received" + received.copy_() + received.copy(),
                                copy -> "copy",
                                core -> "core",
                                handler -> "handler",
                                ended -> "ended",
                                cases -> "cases",
                                case_ -> "case_",
                                caseMessage -> "case");
                        """));
    }

    @Test
    void blocksMayBeNamedLikeTypesThatGeneratedCodeUses() throws Throwable {
        StringBuilder blocks = new StringBuilder("String start();\n");
        String[] names = {
            "String",
            "Object",
            "Override",
            "Exception",
            "Float",
            "Double",
            "SuppressWarnings",
            "Deprecated",
            "Record",
            "FunctionalInterface",
            "Session",
            "Endpoint",
            "InLane",
            "OutLane",
            "Duration",
            "TimeoutException",
            "CheckReturnValue",
            "Generated",
            "Nullable",
            "NullUnmarked",
            "SafeVarargs",
            "Core",
            "Handler",
            "Resumed",
            "Resumption",
            "TalkA",
            "TalkB",
            "Talk"
        };
        for (int i = 0; i < names.length - 1; i++) {
            blocks.append("interface %s { %s %s m%d(java.lang.Object o, float f, double d); }\n"
                    .formatted(
                            names[i], i % 2 == 0 ? TO_B : TO_A, names[i + 1].equals("Talk") ? "End" : names[i + 1], i));
        }

        Generated.from(talk(blocks.toString()), program("""
                        var next = session.a().m0("", 1, 1).receive();
                        java.lang.Object o = next.o();
                        """));
    }

    @Test
    void payloadTypesMayBeNamedLikeGeneratedTypes() {
        String nothing = "package example; public class %s {}";
        Generated.from(
                talk(
                        "Loop loop();",
                        "@Choice(at = A.class) interface Loop {",
                        TO_B
                                + "Loop order(Order order, Received received, Copy copy, Case c, Core core, Handler handler, Resumed resumed);",
                        TO_B + "End end(java.util.List<Loop_> loops);",
                        "} "),
                nothing.formatted("Order"),
                nothing.formatted("Received"),
                nothing.formatted("Copy"),
                nothing.formatted("Case"),
                nothing.formatted("Core"),
                nothing.formatted("Handler"),
                nothing.formatted("Resumed"),
                nothing.formatted("Loop_"),
                program("""
                        TalkA.Loop loop = session.a().order(
                                new Order(),
                                new Received(),
                                new Copy(),
                                new Case(),
                                new Core(),
                                new Handler(),
                                new Resumed());
                        if (session.b().receive() instanceof TalkB.Order order) {
                            Order content = order.order();
                            Received received = order.received();
                            TalkB.Loop.Received_ next = order.receive();
                            TalkB.Order.Copy_ copy = order.copy();
                            Copy part = copy.copy_();
                        }
                        """));
    }

    @Test
    void payloadTypesInTheUnnamedPackageMayBeNamedLikeGeneratedTypes() {
        String nothing = "public class %s {}";
        Generated.from(
                Sources.inUnnamedPackage("@Protocol public interface Talk {\n" + ROLES + TO_B
                        + "void order(Order order, Received received, Copy copy, Core core);\n" + TO_A
                        + "void confirm();\n}\n"),
                nothing.formatted("Order"),
                nothing.formatted("Received"),
                nothing.formatted("Copy"),
                nothing.formatted("Core"),
                """
                public class Program {
                    static void use(TalkSession session) {
                        TalkA.BeforeConfirm next = session.a().order(new Order(), new Received(), new Copy(), new Core());
                        TalkB.Order_ order = session.b().receive();
                        Order content = order.order();
                        order.confirm();
                    }
                }
                """);
    }

    @Test
    void aPackageMayHaveTypesNamedLikeThoseOfJavaLang() {
        String nothing = "package example; public class %s {}";
        Generated.from(
                talk(TO_B + "void ask(java.lang.String s, String own, Object object, float f);"),
                nothing.formatted("String"),
                nothing.formatted("Object"),
                nothing.formatted("Float"),
                "package example; public @interface Override {}",
                program("""
                        session.a().ask("", new String(), new Object(), 1f);
                        String own = session.b().receive().own();
                        """));
    }

    @Test
    void rolesYieldToMethodsOfTheSessionAndToKeywords() {
        StringBuilder ring = new StringBuilder();
        String[] roles = {
            "Class", "New", "Id", "Open", "Close", "Status", "Edges", "Wait", "ToString", "Options", "Run", "X"
        };
        for (int i = 0; i < roles.length; i++) {
            ring.append("@Role interface %s {}\n@Message(from = %s.class, to = %s.class) void m%d();\n"
                    .formatted(roles[i], roles[i], roles[(i + 1) % roles.length], i));
        }
        Generated.from(Sources.protocol("@Protocol public interface Talk {\n" + ring + "}\n"), program("""
                        var next = session.class_().m0();
                        var id = session.id_().receive();
                        session.open_(); session.close_(); session.status_(); session.edges_(); session.wait_();
                        session.toString_(); session.options(); session.run(); session.x(); session.new_();
                        """));
    }

    @Test
    void typeVariablesYieldToMessages() {
        Generated.from(
                talk(
                        "Loop loop();",
                        "@Choice(at = A.class) interface Loop {",
                        TO_B + "Loop m(int x);",
                        TO_B + "Loop r();",
                        TO_B + "End x();",
                        "}"),
                program("""
                        int what = session.b().receive().match(m -> m.x(), r -> 2, x -> 3);
                        """));
    }

    @Test
    void functionsOfMatchYieldToKeywords() {
        Generated.from(
                talk(
                        "Loop loop();",
                        "@Choice(at = A.class) interface Loop {",
                        TO_B + "Loop New();",
                        TO_B + "End Message();",
                        "}"),
                program("""
                        int what = session.b().receive().match(one -> 1, two -> 2);
                        """));
    }

    @Test
    void oneMessageMayBeAnAlternativeOfSeveralStates() {
        Generated.from(
                talk(
                        "First first();",
                        "@Choice(at = A.class) interface First {",
                        TO_B + "Second mail();",
                        TO_B + "End quit();",
                        "} @Choice(at = A.class) interface Second {",
                        TO_B + "Third rcpt();",
                        TO_B + "End quit();",
                        "} @Choice(at = A.class) interface Third {",
                        TO_B + "Third data();",
                        TO_B + "End quit();",
                        "}"),
                program("""
                        String how = session.b().receive().match(
                                mail -> mail.receive().match(
                                        rcpt -> rcpt.receive().match(data -> "data", quit -> "late"),
                                        quit -> "soon"),
                                quit -> "at once");
                        """));
    }

    @Test
    void identifiersMayBeOfAnyScript() {
        Generated.from(Sources.protocol("""
                        @Protocol public interface Gespräch {
                            @Role interface Ärztin {}
                            @Role interface 患者 {}

                            @Message(from = Ärztin.class, to = 患者.class) void äußern(String straße);
                            @Message(from = 患者.class, to = Ärztin.class) void 答える(String 言葉, int $preis_);
                        }
                        """), """
                package example;

                public class Program {
                    static void use(GesprächSession session) {
                        Gespräch患者.Äußern äußern = session.患者().receive();
                        String straße = äußern.straße();
                        äußern.答える("", 1);
                        int preis = session.ärztin().äußern("").receive().$preis_();
                    }
                }
                """);
    }

    @Test
    void namesMayDifferInCaseOnly() {
        Generated.from(
                talk(TO_B + "void ask(int x, int X);", TO_B + "void ASK();", TO_B + "void aSK();"), program("""
                        session.a().ask(1, 2).ASK().aSK();
                        TalkB.Ask ask = session.b().receive();
                        int sum = ask.x() + ask.X();
                        """));
    }

    @Test
    void allTypesOfAProtocolAreListed() {
        ProtocolDeclaration protocol = dev.parley.compiler.Protocols.protocol(
                dev.parley.compiler.Protocols.seq("Talk", dev.parley.compiler.Protocols.msg("A", "B", "ask")));

        assertThat(GeneratedNames.types(protocol)).containsExactly("TalkSession", "TalkA", "TalkB");
    }
}
