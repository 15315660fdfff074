import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
@Edge(from = Sensor.class, to = Display.class, whenFull = Edge.WhenFull.DROP, capacity = 4)
//           ^ error: cannot find symbol
// | symbol: class Sensor
//                              ^ error: cannot find symbol
// | symbol: class Display
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
