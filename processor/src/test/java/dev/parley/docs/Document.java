package dev.parley.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown page whose code blocks say in a comment before them what they are: {@code <!-- file: shop/Sale.java -->},
 * {@code <!-- output of shop.Sale -->}, and so on.
 *
 * @param blocks the code blocks by their comment, in order
 */
record Document(Map<String, String> blocks) {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^( *)<!-- (.+?) -->\\n\\1```\\w*\\n(.*?)^\\1```$", Pattern.DOTALL);

    static Document read(Path page) {
        String text;
        try {
            text = Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> blocks = new LinkedHashMap<>();
        for (Matcher matcher = BLOCK.matcher(text); matcher.find(); ) {
            String indent = matcher.group(1);
            blocks.put(matcher.group(2), matcher.group(3).replaceAll("(?m)^" + indent, ""));
        }
        return new Document(blocks);
    }

    /** Returns the blocks whose comment starts with the given word, by the rest of the comment. */
    Map<String, String> each(String word) {
        Map<String, String> found = new LinkedHashMap<>();
        blocks.forEach((comment, code) -> {
            if (comment.startsWith(word)) {
                found.put(comment.substring(word.length()).strip(), code);
            }
        });
        return found;
    }
}
