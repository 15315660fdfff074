import dev.parley.annotation.*;

@Protocol
interface Relay {
    @Role interface A {}
    @Role interface B {}
    @Role interface C {}
    @Role @Family(min = 0) interface W {}

    Start start();

    @Choice(at = A.class)
    interface Start {
        @Message(from = A.class, to = {B.class, W.class}) First left();
        @Message(from = A.class, to = {B.class, W.class}) Second right();
    }

    interface First {
        @Message(from = B.class, to = C.class) void b();
        @Message(from = C.class, to = W.class) void go();
        @Message(from = W.class, to = A.class) void gone();
        @Message(from = A.class, to = C.class) void a();
//                                                  ^ error: [receive-race] C may get a() from A before b() from B, and would take it for the start of another run
// | in this run B -> C : b() comes first,
// | but a() of A can be there before it:
// | 1. A -> B : left()
// | 2. A -> W : left()
// | 3. B -> C : b()
// | 4. C -> W : go()
// | 5. W -> A : gone()
// | 6. A -> C : a()
// | hint: give the two messages different labels, or let A wait until C has answered
    }

    interface Second {
        @Message(from = A.class, to = C.class) void a();
        @Message(from = C.class, to = W.class) void go();
        @Message(from = W.class, to = B.class) void gone();
        @Message(from = B.class, to = C.class) void b();
    }
}
