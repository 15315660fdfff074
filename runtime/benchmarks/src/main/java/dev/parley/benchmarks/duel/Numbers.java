package dev.parley.benchmarks.duel;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A stream of numbers. */
@Protocol
@Edge(from = Numbers.Source.class, to = Numbers.Sink.class, capacity = 1024)
public interface Numbers {

    /** Has numbers. */
    @Role
    interface Source {}

    /** Takes them. */
    @Role
    interface Sink {}

    /** The stream. */
    Stream stream();

    /** One number more, or none. */
    @Choice(at = Source.class)
    interface Stream {

        /** One number. */
        @Message(from = Source.class, to = Sink.class)
        Stream number(int value);

        /** No more. */
        @Message(from = Source.class, to = Sink.class)
        End done();
    }
}
