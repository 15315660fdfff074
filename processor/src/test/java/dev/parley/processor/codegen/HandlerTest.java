package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles that are played by events. */
class HandlerTest {

    private static final String HANDLERS = """
            class Adding implements CalculatorServer.Handler {
                @Override
                public CalculatorServer.Ask add(CalculatorServer.Add add) {
                    return add.sum((long) add.x() + add.y());
                }

                @Override
                public void bye(CalculatorServer.Bye bye) {}
            }
            class Counting implements CalculatorClient.Handler {
                private final int last;
                long total;

                Counting(int last) {
                    this.last = last;
                }

                @Override
                public Next start(CalculatorClient.Ask ask) {
                    return ask.add(1, 0);
                }

                @Override
                public Next sum(CalculatorClient.Sum sum) {
                    total += sum.value();
                    return sum.value() == last ? sum.bye() : sum.add((int) sum.value(), 1);
                }
            }
            """;

    /** Sink may be slower than Source, whose edge holds two. */
    private static final String PIPE = Sources.protocol("""
            @Protocol
            @Edge(from = Pipe.Source.class, to = Pipe.Sink.class, capacity = 2)
            @Edge(from = Pipe.Relay.class, to = Pipe.Source.class, capacity = 2)
            public interface Pipe {
                @Role interface Relay {}
                @Role interface Source {}
                @Role interface Sink {}

                Flow flow();

                @Choice(at = Relay.class)
                interface Flow {
                    @Message(from = Relay.class, to = Source.class) Pieces whole(int pieces);
                    @Message(from = Relay.class, to = Source.class) Last done();
                }
                interface Pieces {
                    @Message(from = Source.class, to = Sink.class) void left(long piece, String text);
                    @Message(from = Source.class, to = Sink.class) void middle(long piece, String text);
                    @Message(from = Source.class, to = Sink.class) void right(long piece, String text);
                    Flow again();
                }
                interface Last {
                    @Message(from = Source.class, to = Sink.class) End last();
                }
            }
            """);

    private static final String CARE = Sources.protocol("""
            @Protocol
            public interface Care {
                @Role interface Patient {}
                @Role interface Nurse {}

                @Message(from = Patient.class, to = Nurse.class) void ask();
                Answer answer();

                @Choice(at = Nurse.class)
                interface Answer {
                    @Message(from = Nurse.class, to = Patient.class) End help();
                    @OnCrash(Nurse.class) End alone();
                }
            }
            """);

    private static final String SPLITTING = """
            class Splitting implements PipeSource.Handler {
                final List<Integer> got = new ArrayList<>();

                @Override
                public PipeSource.Flow whole(PipeSource.Whole whole) {
                    int first = whole.pieces();
                    got.add(first);
                    return whole.left(first, "l").middle(first + 1, "m").right(first + 2, "r");
                }

                @Override
                public PipeSource.Ended done(PipeSource.Done done) {
                    return done.last();
                }
            }
            """;

    private static List<?> calculator(String statements) throws Throwable {
        return (List<?>) Generated.play(Sources.CALCULATOR, HANDLERS + statements);
    }

    @Test
    void oneThreadPlaysBothRolesOfManySessions() throws Throwable {
        assertThat(calculator("""
                List<Object> totals = new ArrayList<>();
                for (boolean sameThread : List.of(true, false)) {
                    Reactor reactor = new Reactor();
                    List<CalculatorSession> sessions = new ArrayList<>();
                    List<Counting> clients = new ArrayList<>();
                    for (int i = 0; i < 100; i++) {
                        SessionOptions options = SessionOptions.defaults();
                        sessions.add(CalculatorSession.open(sameThread ? options.sameThread() : options));
                        clients.add(new Counting(10));
                        sessions.get(i).client(reactor, clients.get(i));
                        sessions.get(i).server(reactor, new Adding());
                    }
                    // A start, ten of add and sum, and a bye.
                    totals.add(reactor.drain());
                    totals.add(clients.stream().mapToLong(each -> each.total).sum());
                    totals.add(sessions.stream().filter(each -> each.status() == SessionStatus.CLOSED).count());
                }
                return totals;
                """)).isEqualTo(List.of(2200L, 5500L, 100L, 2200L, 5500L, 100L));
    }

    @Test
    void sessionsTakeTurns() throws Throwable {
        assertThat(calculator("""
                List<Object> log = new ArrayList<>();
                class Logging extends Adding {
                    private final String name;

                    Logging(String name) {
                        this.name = name;
                    }

                    @Override
                    public CalculatorServer.Ask add(CalculatorServer.Add add) {
                        log.add(name + add.x());
                        return super.add(add);
                    }
                }
                Reactor reactor = new Reactor();
                for (String name : List.of("a", "b", "c")) {
                    CalculatorSession session = CalculatorSession.open(SessionOptions.defaults().sameThread());
                    session.server(reactor, new Logging(name));
                    session.client(reactor, new Counting(3));
                }
                while (reactor.runOnce()) {}
                return log;
                """)).isEqualTo(List.of("a1", "b1", "c1", "a1", "b1", "c1", "a2", "b2", "c2"));
    }

    @Test
    void theOtherRoleMayBePlayedDirectlyOnAnotherThread() throws Throwable {
        assertThat(calculator("""
                Reactor reactor = new Reactor();
                Thread thread = new Thread(reactor::run);
                thread.start();
                long total = 0;
                SessionStatus status;
                try (CalculatorSession session = CalculatorSession.open()) {
                    session.server(reactor, new Adding());
                    CalculatorClient.Ask ask = session.client();
                    for (int i = 0; i < 5000; i++) {
                        CalculatorClient.Sum sum = ask.add(i, i % 2 == 0 ? 1 : -1).receive();
                        total += sum.value();
                        ask = sum;
                    }
                    ask.bye();
                    session.awaitEnd(Duration.ofDays(1));
                    status = session.status();
                }
                reactor.close();
                thread.join();
                return List.of(total, status);
                """).toString()).isEqualTo("[12497500, CLOSED]");
    }

    @Test
    void theOtherRoleMayBePlayedDirectlyOnTheSameThread() throws Throwable {
        assertThat(calculator("""
                Reactor reactor = new Reactor();
                CalculatorSession session = CalculatorSession.open(SessionOptions.defaults().sameThread());
                session.server(reactor, new Adding());
                CalculatorClient.Reply reply = session.client().add(20, 22);
                List<Object> seen = new ArrayList<>(Arrays.asList(reply.tryReceive(), reactor.runOnce()));
                CalculatorClient.Sum sum = reply.receive();
                seen.add(sum.value());
                sum.bye();
                seen.addAll(List.of(reactor.runOnce(), reactor.runOnce(), session.status()));
                return seen;
                """).toString()).isEqualTo("[null, true, 42, true, false, CLOSED]");
    }

    @Test
    void whatAHandlerThrowsFailsItsSessionOnly() throws Throwable {
        assertThat(calculator("""
                Reactor reactor = new Reactor();
                Throwable[] reported = {null, null};
                SessionOptions options = SessionOptions.defaults().sameThread();
                CalculatorSession broken = CalculatorSession.open(options.listener((session, from, to) -> {
                    reported[0] = session.cause().orElse(null);
                }));
                broken.server(reactor, new Adding() {
                    @Override
                    public CalculatorServer.Ask add(CalculatorServer.Add add) {
                        throw new ArithmeticException("too much");
                    }
                });
                CalculatorClient.Reply reply = broken.client().add(1, 2);
                CalculatorSession whole = CalculatorSession.open(options);
                Counting counting = new Counting(3);
                whole.server(reactor, new Adding());
                whole.client(reactor, counting);
                reactor.drain();
                try {
                    reply.receive();
                } catch (SessionCancelledException e) {
                    reported[1] = e.getCause();
                }
                return List.of(
                        broken.status(), whole.status(), counting.total, reported[0] == reported[1],
                        reported[0].getClass().getSimpleName(), reported[0].getMessage(), reported[0].getCause());
                """).toString())
                .isEqualTo(
                        "[FAULTED, CLOSED, 6, true, HandlerException, The handler of Server has failed in Reply, where the "
                                + "role may send sum(long value) to Client: java.lang.ArithmeticException: too much, "
                                + "java.lang.ArithmeticException: too much]");
    }

    @Test
    void aHandlerMustReturnWhereItsRoleStands() throws Throwable {
        assertThat(calculator("""
                List<Object> said = new ArrayList<>();
                CalculatorServer.Ask[] earlier = {null};
                class Wrong extends Adding {
                    private final int how;

                    Wrong(int how) {
                        this.how = how;
                    }

                    @Override
                    public CalculatorServer.Ask add(CalculatorServer.Add add) {
                        if (add.x() == 0) {
                            earlier[0] = super.add(add);
                            return earlier[0];
                        }
                        if (how == 1) {
                            return null;
                        }
                        if (how == 2) {
                            return earlier[0];
                        }
                        super.add(add);
                        return super.add(add);
                    }
                }
                Reactor reactor = new Reactor();
                for (int how = 1; how <= 4; how++) {
                    SessionOptions options = SessionOptions.defaults().sameThread().listener((session, from, to) ->
                            said.add(session.cause().orElseThrow().getCause().getMessage().replaceFirst("[:,].*", "")));
                    CalculatorSession session = CalculatorSession.open(options);
                    session.server(reactor, new Wrong(how == 4 ? 2 : how));
                    CalculatorClient.Ask ask = session.client();
                    if (how != 4) { // else the state is one of the session before
                        CalculatorClient.Reply reply = ask.add(0, 0);
                        reactor.drain();
                        ask = reply.receive();
                    }
                    CalculatorClient.Reply reply = ask.add(1, 1);
                    reactor.drain();
                }
                return said;
                """))
                .isEqualTo(List.of(
                        "The handler of Server has returned null",
                        "The handler of Server has returned a state that Server is not in",
                        "Server has left the state Reply",
                        "The handler of Server has returned a state that Server is not in"));
    }

    @Test
    void aHandlerCannotWait() throws Throwable {
        assertThat(calculator("""
                Reactor reactor = new Reactor();
                CalculatorSession session = CalculatorSession.open();
                session.client(reactor, new CalculatorClient.Handler() {
                    @Override
                    public Next start(CalculatorClient.Ask ask) {
                        return ask.add(1, 2).receive().bye();
                    }

                    @Override
                    public Next sum(CalculatorClient.Sum sum) {
                        return sum.bye();
                    }
                });
                reactor.drain();
                try {
                    session.server().receive();
                    return List.of();
                } catch (SessionCancelledException e) {
                    return List.of(e.getCause().getCause().getMessage());
                }
                """))
                .isEqualTo(List.of("The handler of Client would keep its reactor waiting in Reply, where the role may "
                        + "receive sum(long value) from Server. Return the state instead: the handler's method for the message is "
                        + "called when it has come."));
    }

    @Test
    void aRoleThatIsNotToldFindsThatTheProtocolIsOver() throws Throwable {
        assertThat(Generated.play(Sources.JOBS, """
                List<Object> filed = new ArrayList<>();
                for (boolean sameThread : List.of(true, false)) {
                    SessionOptions options = SessionOptions.defaults();
                    JobsSession session = JobsSession.open(sameThread ? options.sameThread() : options);
                    Reactor reactor = new Reactor();
                    session.archive(reactor, new JobsArchive.Handler() {
                        @Override
                        public JobsArchive.Filing file(JobsArchive.File file) {
                            filed.add(file.report());
                            return file;
                        }

                        @Override
                        public void ended() {
                            filed.add("over");
                        }
                    });
                    session.boss(reactor, day -> day.job(1).job(2).enough());
                    session.worker(reactor, new JobsWorker.Handler() {
                        @Override
                        public JobsWorker.Day job(JobsWorker.Job job) {
                            return job.file("job " + job.number());
                        }

                        @Override
                        public void enough(JobsWorker.Enough enough) {}
                    });
                    reactor.drain();
                    filed.add(session.status().toString());
                }
                return filed;
                """))
                .isEqualTo(List.of("job 1", "job 2", "over", "CLOSED", "job 1", "job 2", "over", "CLOSED"));
    }

    private static final String TICKS = Sources.protocol("""
            @Protocol
            @SuppressWarnings("session-endless")
            @Edge(from = Ticks.Clock.class, to = Ticks.Watch.class, capacity = 2)
            public interface Ticks {
                @Role interface Clock {}
                @Role interface Watch {}

                @Message(from = Watch.class, to = Clock.class) void wind(int first);
                Ticking start();

                interface Ticking {
                    @Message(from = Clock.class, to = Watch.class) Tocking tick(int number);
                }
                interface Tocking {
                    @Message(from = Clock.class, to = Watch.class) Ticking tock();
                }
            }
            """);

    private static final String LOOKUP = Sources.protocol("""
            @Protocol
            public interface Lookup {
                @Role interface Client {}
                @Role interface Store {}

                Ask ask();

                @Choice(at = Client.class)
                interface Ask {
                    @Message(from = Client.class, to = Store.class) Answer get(String key);
                    @Message(from = Client.class, to = Store.class) End quit();
                }
                interface Answer {
                    @Message(from = Store.class, to = Client.class) Ask value(String text);
                }
            }
            """);

    /** Writes a message as a line of its label and its text. */
    private static final String LINES = """
            class Lines implements dev.parley.runtime.transport.MessageCodec<String> {
                @Override
                public boolean supports(dev.parley.runtime.buffer.MessageLayout message) {
                    return true;
                }

                @Override
                public void encode(dev.parley.runtime.buffer.MessageLayout message, List<Object> values, java.io.OutputStream out)
                        throws java.io.IOException {
                    out.write((message.label() + " " + (values.isEmpty() ? "" : values.get(0)) + "\\n").getBytes());
                }

                @Override
                public String frame(java.io.InputStream in) throws java.io.IOException {
                    StringBuilder line = new StringBuilder();
                    for (int next = in.read(); next != '\\n'; next = in.read()) {
                        if (next < 0) {
                            return null;
                        }
                        line.append((char) next);
                    }
                    return line.toString();
                }

                @Override
                public dev.parley.runtime.transport.DecodedMessage decode(
                        String line, List<dev.parley.runtime.buffer.MessageLayout> expected) {
                    String[] parts = line.split(" ", 2);
                    var message = expected.stream().filter(each -> each.label().equals(parts[0])).findFirst().orElseThrow();
                    return message.parameters().isEmpty()
                            ? dev.parley.runtime.transport.DecodedMessage.of(message)
                            : dev.parley.runtime.transport.DecodedMessage.of(message, parts[1]);
                }
            }
            """;

    /** The clock stops when there is no room, and goes on when there is; so does the reactor when the session is closed. */
    @Test
    void whoCanOnlySendIsAskedAgainAndAgain() throws Throwable {
        assertThat(Generated.play(TICKS, """
                List<Object> seen = new ArrayList<>();
                for (boolean sameThread : List.of(true, false)) {
                    SessionOptions options = SessionOptions.defaults();
                    TicksSession session = TicksSession.open(sameThread ? options.sameThread() : options);
                    Reactor reactor = new Reactor();
                    int[] next = {0};
                    session.clock(reactor, new TicksClock.Handler() {
                        @Override
                        public Next wind(TicksClock.Wind wind) {
                            next[0] = wind.first();
                            return wind;
                        }

                        @Override
                        public Next continueTicking(TicksClock.Ticking ticking) {
                            return ticking.tick(next[0]++);
                        }

                        @Override
                        public Next continueTocking(TicksClock.Tocking tocking) {
                            return next[0] % 2 == 0 ? tocking.tock() : tocking.tock().tick(next[0]++).tock();
                        }
                    });
                    TicksWatch.Ticking watch = session.watch().wind(4);
                    List<Integer> numbers = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        reactor.drain();
                        TicksWatch.Tick tick = watch.receive();
                        numbers.add(tick.number());
                        reactor.drain();
                        watch = tick.receive();
                    }
                    reactor.drain();
                    seen.add(numbers.toString());
                    session.close();
                    reactor.drain();
                    seen.add(session.status().toString());
                }
                return seen;
                """))
                .isEqualTo(List.of("[4, 5, 6, 7, 8]", "DRAINING", "[4, 5, 6, 7, 8]", "DRAINING"));
    }

    @Test
    void theOtherRoleMayBePlayedElsewhere() throws Throwable {
        assertThat(Generated.play(LOOKUP, LINES + """
                try (java.net.ServerSocket port = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
                        java.net.Socket there = new java.net.Socket(port.getInetAddress(), port.getLocalPort());
                        java.net.Socket here = port.accept()) {
                    SessionOptions elsewhere = SessionOptions.defaults()
                            .remote("Client", dev.parley.runtime.transport.StreamTransport.over(there, new Lines()));
                    Thread store = new Thread(() -> {
                        LookupSession session = LookupSession.open(elsewhere);
                        Reactor reactor = new Reactor();
                        session.store(reactor, new LookupStore.Handler() {
                            @Override
                            public LookupStore.Ask get(LookupStore.Get get) {
                                return get.value(get.key() + "!");
                            }

                            @Override
                            public void quit(LookupStore.Quit quit) {
                                reactor.close();
                            }
                        });
                        reactor.run();
                    });
                    store.start();
                    LookupSession session = LookupSession.open(
                            SessionOptions.defaults().remote("Store", dev.parley.runtime.transport.StreamTransport.over(here, new Lines())));
                    List<Object> got = Collections.synchronizedList(new ArrayList<>());
                    Reactor reactor = new Reactor();
                    session.client(reactor, new LookupClient.Handler() {
                        @Override
                        public LookupClient.Answer start(LookupClient.Ask ask) {
                            return ask.get("0");
                        }

                        @Override
                        public Next value(LookupClient.Value value) {
                            got.add(value.text());
                            return got.size() == 100 ? value.quit() : value.get("" + got.size());
                        }
                    });
                    Thread client = new Thread(reactor::run);
                    client.start();
                    session.awaitEnd(Duration.ofDays(1));
                    store.join();
                    reactor.close();
                    client.join();
                    return List.of(got.size(), got.get(0), got.get(99), session.status());
                }
                """).toString()).isEqualTo("[100, 0!, 99!, CLOSED]");
    }

    @Test
    void aSenderWithoutRoomGetsNothingMoreToDoUntilThereIs() throws Throwable {
        assertThat(Generated.play(PIPE, SPLITTING + """
                List<Object> seen = new ArrayList<>();
                for (boolean sameThread : List.of(true, false)) {
                    SessionOptions options = SessionOptions.defaults();
                    PipeSession session = PipeSession.open(sameThread ? options.sameThread() : options);
                    Reactor reactor = new Reactor();
                    Splitting splitting = new Splitting();
                    session.source(reactor, splitting);
                    PipeSink.Start sink = session.sink();
                    PipeRelay.Flow relay = session.relay().whole(1).whole(11);
                    reactor.drain();
                    seen.add(splitting.got.toString());
                    relay.done();
                    List<Long> pieces = new ArrayList<>();
                    for (int i = 0; i < 2; i++) {
                        PipeSink.Left left = (PipeSink.Left) sink.receive();
                        pieces.add(left.piece());
                        PipeSink.Middle middle = left.receive();
                        pieces.add(middle.piece());
                        reactor.drain();
                        seen.add(splitting.got.toString());
                        PipeSink.Right right = middle.receive();
                        pieces.add(right.piece());
                        seen.add(right.text());
                        reactor.drain();
                        sink = right;
                    }
                    sink.receive();
                    seen.add(pieces.toString());
                    seen.add(session.status().toString());
                }
                return seen;
                """))
                .isEqualTo(List.of(
                        "[1]",
                        "[1, 11]",
                        "r",
                        "[1, 11]",
                        "r",
                        "[1, 2, 3, 11, 12, 13]",
                        "CLOSED",
                        "[1]",
                        "[1, 11]",
                        "r",
                        "[1, 11]",
                        "r",
                        "[1, 2, 3, 11, 12, 13]",
                        "CLOSED"));
    }

    @Test
    void nobodyWaitsForAClosedReactor() throws Throwable {
        assertThat(calculator("""
                List<Object> said = new ArrayList<>();
                for (boolean running : List.of(true, false)) {
                    Reactor reactor = new Reactor();
                    Thread thread = new Thread(reactor::run);
                    CalculatorSession session = CalculatorSession.open();
                    session.server(reactor, new Adding());
                    if (running) {
                        thread.start();
                    }
                    CalculatorClient.Sum sum = null;
                    if (running) {
                        sum = session.client().add(1, 2).receive();
                    }
                    reactor.close();
                    thread.join();
                    try {
                        (running ? sum : session.client()).add(3, 4).receive();
                    } catch (SessionCancelledException e) {
                        said.add(e.getMessage().replaceFirst("Calculator-\\\\d+", "?"));
                    }
                    said.add(reactor.runOnce());
                }
                return said;
                """))
                .isEqualTo(List.of(
                        "Session ? was cancelled: the reactor that plays its role Server was closed.", false,
                        "Session ? was cancelled: the reactor that plays its role Server was closed.", false));
    }

    @Test
    void aSessionThatIsClosedWhileItsRolesWaitIsClosed() throws Throwable {
        assertThat(calculator("""
                List<Object> said = new ArrayList<>();
                for (boolean sameThread : List.of(true, false)) {
                    SessionOptions options = SessionOptions.defaults();
                    CalculatorSession session = CalculatorSession.open(sameThread ? options.sameThread() : options);
                    Reactor reactor = new Reactor();
                    session.server(reactor, new Adding());
                    CalculatorClient.Reply reply = session.client().add(1, 2);
                    session.close();
                    said.add(session.status());
                    reactor.drain(); // its answer is refused
                    said.add(session.status());
                    CalculatorSession idle = CalculatorSession.open(options);
                    idle.server(reactor, new Adding());
                    reactor.drain();
                    idle.close();
                    said.add(reactor.drain() + " " + idle.status());
                }
                return said;
                """).toString()).isEqualTo("[DRAINING, CLOSED, 0 CLOSED, DRAINING, CLOSED, 0 CLOSED]");
    }

    @Test
    void othersGoOnWithoutAHandlerThatHasFailedWhereTheProtocolSaysHow() throws Throwable {
        assertThat((List<?>) Generated.play(CARE, """
                List<Object> said = new ArrayList<>();
                for (boolean sameThread : List.of(true, false)) {
                    SessionOptions options = SessionOptions.defaults();
                    CareSession session = CareSession.open(sameThread ? options.sameThread() : options);
                    Reactor reactor = new Reactor();
                    session.nurse(reactor, new CareNurse.Handler() {
                        @Override
                        public CareNurse.Ended ask(CareNurse.Ask ask) {
                            throw new IllegalStateException("ill");
                        }
                    });
                    var answer = session.patient().ask();
                    reactor.drain();
                    said.add(answer.receive().getClass().getSimpleName());
                    said.add(session.status().toString());
                }
                return said;
                """)).hasToString("[Alone, CLOSED, Alone, CLOSED]");
    }
}
