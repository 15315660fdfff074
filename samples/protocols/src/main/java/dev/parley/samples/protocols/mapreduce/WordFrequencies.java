package dev.parley.samples.protocols.mapreduce;

import dev.parley.runtime.SessionOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Counts how often words occur, by {@link MapReduce}. */
public final class WordFrequencies {

    private static final Pattern WORD = Pattern.compile("\\w+");

    private final int mappers;
    private final int reducers;

    /**
     * Sets how many do it.
     *
     * @param mappers how many read, at least 1
     * @param reducers how many add up, at least 1
     */
    public WordFrequencies(int mappers, int reducers) {
        this.mappers = mappers;
        this.reducers = reducers;
    }

    /**
     * Counts the words of all texts.
     *
     * @param options how the session is opened
     * @param volumes texts, one volume after the other
     * @return how often each word occurs, in the order of the words
     */
    public Map<String, Integer> count(SessionOptions options, List<List<String>> volumes) {
        Map<String, Integer> total = new TreeMap<>();
        MapReduceSession.run(
                options,
                mappers,
                reducers,
                this::map,
                master -> collect(master, volumes, total),
                WordFrequencies::reduce);
        return total;
    }

    private static void collect(MapReduceMaster.Round start, List<List<String>> volumes, Map<String, Integer> total) {
        MapReduceMaster.Round round = start;
        for (List<String> texts : volumes) {
            round = round.texts(texts).gather((reducer, sums) -> add(sums.sums(), total));
        }
        round.done();
    }

    private void map(int mapper, MapReduceMapper.Round start) {
        MapReduceMapper.Round round = start;
        while (round.receive() instanceof MapReduceMapper.Texts message) {
            List<String> texts = message.texts();
            List<Map<String, Integer>> words = new ArrayList<>();
            IntStream.range(0, reducers).forEach(reducer -> words.add(new HashMap<>()));
            for (int i = mapper; i < texts.size(); i += mappers) {
                WORD.matcher(texts.get(i).toLowerCase(Locale.ROOT))
                        .results()
                        .forEach(match -> words.get(Math.floorMod(match.group().hashCode(), reducers))
                                .merge(match.group(), 1, Integer::sum));
            }
            round = message.found(words);
        }
    }

    private static void reduce(int reducer, MapReduceReducer.Round start) {
        MapReduceReducer.Round round = start;
        while (round.receive() instanceof MapReduceReducer.Texts texts) {
            Map<String, Integer> sums = new HashMap<>();
            round = texts.gather((mapper, found) -> add(found.words().get(reducer), sums))
                    .sums(sums);
        }
    }

    private static void add(Map<String, Integer> words, Map<String, Integer> sums) {
        words.forEach((word, count) -> sums.merge(word, count, Integer::sum));
    }

    /** Prints the words that are most frequent in three volumes, read by four and added up by three. */
    public static void main(String[] args) {
        List<List<String>> volumes = List.of(
                List.of("The clerk counts the words,", "and the words count the clerk;"),
                List.of("who counts the clerks", "that count the words?", "The words do."),
                List.of("Enough of words, said the clerk."));
        new WordFrequencies(4, 3)
                .count(SessionOptions.defaults(), volumes).entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(5)
                        .forEach(each -> System.out.println(each.getValue() + " times " + each.getKey()));
    }
}
