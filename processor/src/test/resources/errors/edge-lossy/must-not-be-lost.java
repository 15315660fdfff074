import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Measuring.Sensor.class, to = Measuring.Display.class, whenFull = Edge.WhenFull.DROP, capacity = 4)
// error: [edge-lossy] the edge Sensor -> Display may lose stop(), and Display could not go on without it
// | it may find the buffer full: there is no limit to the messages in flight
// | hint: make the edge FIFO with whenFull = BLOCK, or let only messages travel on it after which Display is where it was before
interface Measuring {
    @Role interface Sensor {}
    @Role interface Display {}

    @Choice(at = Sensor.class)
    interface Next {
        @Message(from = Sensor.class, to = Display.class) Next value(int celsius);
        @Message(from = Sensor.class, to = Display.class) End stop();
    }

    Next next();
}
