package dev.parley.maven.scribble.syntax;

import java.util.Set;

/**
 * The words that cannot be names in Scribble or in nuscr. A name of Parley that is one of them is written with an
 * underscore more, and read with one less.
 */
public final class ReservedWords {

    private static final Set<String> WORDS = Set.of(
            ("module import type data sig as protocol global local explicit aux role self nested new from to connect wrap "
                            + "disconnect and choice at or rec continue do calls with not true false len par accept by "
                            + "interruptible throws catches instantiates")
                    .split(" "));

    private ReservedWords() {}

    /** Returns the name as Scribble and nuscr can read it. */
    public static String escaped(String name) {
        return WORDS.contains(stem(name)) ? name + "_" : name;
    }

    /** Returns the name that was escaped to the given one. */
    public static String unescaped(String name) {
        return name.endsWith("_") && WORDS.contains(stem(name)) ? name.substring(0, name.length() - 1) : name;
    }

    private static String stem(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '_') {
            end--;
        }
        return name.substring(0, end);
    }
}
