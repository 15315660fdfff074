package dev.parley.samples.pipeline;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Bytes pass from Reader through Hasher to Writer, each working while the others do.
 *
 * <p>The arrays are not copied on their way: who sends one gives it away. Each is sent once to Hasher and once on to Writer, and every
 * message arrives once, in order, so at any time an array is with one role or in one buffer. Both buffers have a capacity, and a
 * sender waits where they are full: no more than {@link #MAX_CHUNKS} arrays are under way, however large the file.
 */
@Protocol
@Edge(from = Pipeline.Reader.class, to = Pipeline.Hasher.class, capacity = Pipeline.CAPACITY)
@Edge(from = Pipeline.Hasher.class, to = Pipeline.Writer.class, capacity = Pipeline.CAPACITY)
public interface Pipeline {

    /** How many chunks a buffer holds. */
    int CAPACITY = 8;

    /** How many chunks there can be at a time: both buffers full, and one with each role. */
    int MAX_CHUNKS = 2 * CAPACITY + 3;

    /** Has the bytes. */
    @Role
    interface Reader {}

    /** Computes their digest. */
    @Role
    interface Hasher {}

    /** Keeps the bytes. */
    @Role
    interface Writer {}

    /** First the bytes. */
    Stream stream();

    /** Reader has more or has not. */
    @Choice(at = Reader.class)
    interface Stream {

        /** Reader hands a chunk over: so many bytes, from the start of an array. */
        @Message(from = Reader.class, to = Hasher.class)
        Passing chunk(byte[] bytes, int length);

        /** Reader has sent the last. */
        @Message(from = Reader.class, to = Hasher.class)
        Summary endOfFile();
    }

    /** Hasher goes on with the chunk. */
    interface Passing {

        /** Hasher hands the chunk over to Writer. */
        @Message(from = Hasher.class, to = Writer.class)
        Stream chunk(byte[] bytes, int length);
    }

    /** Then what is to be known about them all. */
    interface Summary {

        /** Hasher tells both ends the digest, in hexadecimal digits; Writer learns by it that no more will come. */
        @Message(
                from = Hasher.class,
                to = {Writer.class, Reader.class})
        void digest(String sha256);

        /** Writer tells how much it has written, so that Reader can compare. */
        @Message(from = Writer.class, to = Reader.class)
        void written(long bytes);
    }
}
