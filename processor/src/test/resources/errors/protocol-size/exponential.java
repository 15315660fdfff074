import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
interface Bomb {
// error: [protocol-size] Bomb expands to more than 100000 states
// | hint: a block is expanded in every place that calls it: let fewer blocks call the same block twice
    @Role interface A {}
    @Role interface B {}

    Block01 start();

    interface Block01 { Block02 left(); Block02 right(); }
    interface Block02 { Block03 left(); Block03 right(); }
    interface Block03 { Block04 left(); Block04 right(); }
    interface Block04 { Block05 left(); Block05 right(); }
    interface Block05 { Block06 left(); Block06 right(); }
    interface Block06 { Block07 left(); Block07 right(); }
    interface Block07 { Block08 left(); Block08 right(); }
    interface Block08 { Block09 left(); Block09 right(); }
    interface Block09 { Block10 left(); Block10 right(); }
    interface Block10 { Block11 left(); Block11 right(); }
    interface Block11 { Block12 left(); Block12 right(); }
    interface Block12 { Block13 left(); Block13 right(); }
    interface Block13 { Block14 left(); Block14 right(); }
    interface Block14 { Block15 left(); Block15 right(); }
    interface Block15 { Block16 left(); Block16 right(); }
    interface Block16 { Block17 left(); Block17 right(); }

    interface Block17 {
        @Message(from = A.class, to = B.class) void tick();
        @Message(from = B.class, to = A.class) void tock();
    }
}
