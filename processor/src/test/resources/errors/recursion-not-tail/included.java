import dev.parley.annotation.*;

@Protocol
interface Ping {
    @Role interface Left {}
    @Role interface Right {}

    @Message(from = Left.class, to = Right.class) void ping();
    @Include(
            value = Pong.class,
//                      ^ error: [recursion-not-tail] in the included Pong, ping goes back to Ping while something is still to be done after it
// | the way here: Ping > Pong > Ping
// | the place: Pong.ping
// | hint: make this the last step on its way, or move what follows into Ping before it goes round
            roles = {@Bind(role = Pong.One.class, to = Right.class), @Bind(role = Pong.Other.class, to = Left.class)})
    void pong();
}

@Protocol
interface Pong {
    @Role interface One {}
    @Role interface Other {}

    @Message(from = One.class, to = Other.class) void pong();
    @Include(
            value = Ping.class,
//                      ^ error: [recursion-not-tail] in the included Ping, pong goes back to Pong while something is still to be done after it
// | the way here: Pong > Ping > Pong
// | the place: Ping.pong
// | hint: make this the last step on its way, or move what follows into Pong before it goes round
            roles = {@Bind(role = Ping.Left.class, to = Other.class), @Bind(role = Ping.Right.class, to = One.class)})
    void ping();
    @Message(from = One.class, to = Other.class) void never();
}
