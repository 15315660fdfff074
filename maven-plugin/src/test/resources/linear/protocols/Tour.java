package demo;

import dev.parley.annotation.*;

/** A guide explains, to visitors some of whom come late, and at the end each gives a tip. */
@Protocol
public interface Tour {
    @Role interface Guide {}
    @Role @Family(min = 0) interface Visitor {}

    Walk walk();

    @Admits(Visitor.class)
    @Choice(at = Guide.class)
    interface Walk {
        @Message(from = Guide.class, to = Visitor.class) Walk explain(String what);
        @Message(from = Guide.class, to = Visitor.class) Tips end();
    }

    interface Tips {
        @Message(from = Visitor.class, to = Guide.class) void tip(int euros);
        @Message(from = Guide.class, to = Visitor.class) void thanks();
    }
}
