package shop;

import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

@Protocol
public interface Lookup {
    @Role
    interface Client {}

    @Role
    interface Server {}

    @Message(from = Client.class, to = Server.class)
    void get(String key, int depth);

    @Message(from = Server.class, to = Client.class)
    End found(String value);
}
