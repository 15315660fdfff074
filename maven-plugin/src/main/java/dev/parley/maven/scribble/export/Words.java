package dev.parley.maven.scribble.export;

import dev.parley.maven.scribble.syntax.ReservedWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives names that both languages can read. Where a name has to change, a remark says so. */
final class Words {

    private final String kind;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** Creates a table for names of one kind, such as labels; no two of them become the same. */
    Words(String kind) {
        this.kind = kind;
    }

    /** Returns what a name is called. */
    String of(String name) {
        String known = names.get(name);
        if (known != null) {
            return known;
        }
        String word = free(legal(name));
        names.put(name, word);
        if (!word.equals(name)) {
            remarks.add("the " + kind + " " + ascii(name) + " of Parley is called " + word + " here");
        }
        return word;
    }

    /** Returns a name like the wish that is not given to anything else. */
    String fresh(String wish) {
        String word = legal(wish);
        String free = word;
        for (int number = 2; names.containsValue(free); number++) {
            free = word + "_" + number;
        }
        names.put(free, free);
        return free;
    }

    /** Returns what had to be changed. */
    List<String> remarks() {
        return remarks;
    }

    static String legal(String name) {
        return ReservedWords.escaped(name.replaceAll("[^A-Za-z0-9_]", "_"));
    }

    private String free(String wish) {
        String free = wish;
        while (names.containsValue(free)) {
            free += "_";
        }
        return free;
    }

    /** Returns text with everything that is not printable ASCII as Java would escape it. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.chars().forEach(each -> {
            if (each >= ' ' && each < 127) {
                ascii.append((char) each);
            } else {
                ascii.append(String.format("\\u%04x", each));
            }
        });
        return ascii.toString();
    }
}
