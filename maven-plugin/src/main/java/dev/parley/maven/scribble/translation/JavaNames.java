package dev.parley.maven.scribble.translation;

import dev.parley.maven.scribble.syntax.ReservedWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Turns names into those that a Java programmer would choose. The same name always becomes the same. */
public final class JavaNames {

    private JavaNames() {}

    /** Returns the name of a method or parameter. What starts with a small letter stays as it is if Java allows it. */
    static String member(String name) {
        String letters = ReservedWords.unescaped(name.replace("'", "Prime"));
        boolean kept = !letters.isEmpty() && Character.isLowerCase(letters.charAt(0));
        return legal(kept ? letters : small(camel(letters)));
    }

    /** Returns the name of an interface. */
    public static String type(String name) {
        String camel = camel(name.replace("'", "Prime"));
        return legal(camel.isEmpty() ? "" : camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1));
    }

    /** Returns the name of a package for a module's name. */
    public static String packageName(String name) {
        return String.join(
                ".",
                List.of(name.split("\\.")).stream()
                        .map(part -> legal(part.replaceAll("[^A-Za-z0-9_]", "_").toLowerCase(Locale.ROOT)))
                        .toList());
    }

    /** Returns the name of a method that goes on with a block. */
    static String call(String block) {
        return legal(small(block));
    }

    /** Returns the name, or the name with the first number that makes it differ from those taken, in upper and lower case too. */
    static String distinct(String name, Collection<String> taken) {
        Set<String> used = new HashSet<>();
        taken.forEach(each -> used.add(each.toLowerCase(Locale.ROOT)));
        String stem = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1)) ? name + "_" : name;
        String free = name;
        for (int number = 2; used.contains(free.toLowerCase(Locale.ROOT)); number++) {
            free = stem + number;
        }
        return free;
    }

    private static String legal(String name) {
        String start = name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) ? "_" + name : name;
        return SourceVersion.isKeyword(start, SourceVersion.RELEASE_17) ? start + "_" : start;
    }

    /** Puts words that are joined by underscores together; underscores at the ends stay, and so do those between digits. */
    private static String camel(String name) {
        boolean shout = name.contains("_") && name.equals(name.toUpperCase(Locale.ROOT));
        String source = shout ? name.toLowerCase(Locale.ROOT) : name;
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < source.length(); i++) {
            char each = source.charAt(i);
            boolean joint = each == '_' && camel.length() > 0 && i + 1 < source.length();
            if (joint && Character.isLetter(source.charAt(i + 1))) {
                camel.append(Character.toUpperCase(source.charAt(++i)));
            } else {
                camel.append(each);
            }
        }
        return camel.toString();
    }

    /** Makes the capitals small that a name starts with, but for one that starts its second word. */
    private static String small(String name) {
        int capitals = 0;
        while (capitals < name.length() && !Character.isLowerCase(name.charAt(capitals))) {
            capitals++;
        }
        boolean secondWord =
                capitals > 1 && capitals < name.length() && Character.isUpperCase(name.charAt(capitals - 1));
        int end = secondWord ? capitals - 1 : capitals;
        return name.substring(0, end).toLowerCase(Locale.ROOT) + name.substring(end);
    }
}
