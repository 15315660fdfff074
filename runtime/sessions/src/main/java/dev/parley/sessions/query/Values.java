package dev.parley.sessions.query;

/** How values of sessions are ordered: numbers by size, texts by their characters' code points. */
final class Values {

    private Values() {}

    static int compare(Object one, Object other) {
        if (one instanceof Long number && other instanceof Long another) {
            return Long.compare(number, another);
        }
        return compareTexts((String) one, (String) other);
    }

    /** Not {@link String#compareTo}, which puts some rare characters before others that come earlier; databases do not. */
    private static int compareTexts(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; ) {
            int point = one.codePointAt(i);
            int another = other.codePointAt(i);
            if (point != another) {
                return Integer.compare(point, another);
            }
            i += Character.charCount(point);
        }
        return Integer.compare(one.length(), other.length());
    }
}
