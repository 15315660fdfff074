package dev.parley.maven.scribble.syntax;

import dev.parley.compiler.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;

/** Where something stands in a file, and the comments that belong to it. */
public final class Place extends Origin {

    private final String file;
    private final int line;
    private final int column;
    private final List<String> comments = new ArrayList<>();

    /**
     * Creates a place without comments.
     *
     * @param file the file's name as the user knows it
     * @param line the line, from 1 on
     * @param column the column, from 1 on
     */
    public Place(String file, int line, int column) {
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** Returns the name of the file. */
    public String file() {
        return file;
    }

    /** Returns the line, from 1 on. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1 on. */
    public int column() {
        return column;
    }

    /** Returns the lines of the comments, in the order of the text, without the signs that make them comments. */
    public List<String> comments() {
        return List.copyOf(comments);
    }

    void addComment(List<String> lines) {
        comments.addAll(lines);
    }

    /** Returns the same place with the given comments only. */
    public Place withComments(List<String> lines) {
        Place place = new Place(file, line, column);
        place.addComment(lines);
        return place;
    }

    @Override
    public String description() {
        return file + ":" + line + ":" + column;
    }
}
