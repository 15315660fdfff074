package dev.parley.samples.protocols.mapreduce;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Family;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.util.List;
import java.util.Map;

/**
 * Master has texts read by a family of mappers, who tell a family of reducers what they have found, who tell the master (J. Dean, S. Ghemawat,
 * "MapReduce: Simplified Data Processing on Large Clusters", OSDI 2004). How many there are is settled when a session opens.
 */
@Protocol
public interface MapReduce {

    /** Has texts. */
    @Role
    interface Master {}

    /** Reads its share of them. */
    @Role
    @Family(min = 1)
    interface Mapper {}

    /** Adds up its share of the words. */
    @Role
    @Family(min = 1)
    interface Reducer {}

    /** First the rounds. */
    Round round();

    /** Master has more texts, or has not. */
    @Choice(at = Master.class)
    interface Round {

        /** Master tells all mappers what there is to read, and all reducers that results will come. */
        @Message(
                from = Master.class,
                to = {Mapper.class, Reducer.class})
        Counting texts(List<String> texts);

        /** There is no more. */
        @Message(
                from = Master.class,
                to = {Mapper.class, Reducer.class})
        void done();
    }

    /** The texts are read. */
    interface Counting {

        /** Each mapper tells all reducers what it has found: for each of them, in their order, the words that it is to add up. */
        @Message(from = Mapper.class, to = Reducer.class)
        void found(List<Map<String, Integer>> words);

        /** Each reducer tells the master its sums. */
        @Message(from = Reducer.class, to = Master.class)
        Round sums(Map<String, Integer> sums);
    }
}
