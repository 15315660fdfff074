package dev.parley.sessions.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Collections of texts, in an order that does not depend on how they came about. */
final class Texts {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:/-]+");

    private Texts() {}

    static Set<String> sorted(Set<String> texts) {
        if (texts.isEmpty()) {
            return Set.of();
        }
        texts.forEach(Texts::checkStorable);
        return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(texts)));
    }

    static Map<String, String> sorted(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        texts.keySet().forEach(Texts::checkStorable);
        texts.values().forEach(Texts::checkStorable);
        return Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** Checks the names of metadata, which are part of queries. */
    static void checkNames(Set<String> names) {
        names.forEach(Texts::checkName);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is no name for metadata; it may hold letters, digits and the characters _ . : / -");
        }
    }

    /** Checks that all stores can keep some texts. */
    static void checkStorable(Collection<String> texts) {
        texts.forEach(Texts::checkStorable);
    }

    private static void checkStorable(String text) {
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            throw new IllegalArgumentException(
                    "A text of a session holds NUL or half of a character, which databases cannot keep: \""
                            + text.replace('\0', '?') + "\".");
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
