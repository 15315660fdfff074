package dev.parley.maven.scribble.syntax;

import dev.parley.maven.scribble.grammar.ScribbleLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Gives every comment to what it most likely speaks of: the statement that ends on its line before it, else the next
 * statement in the same braces, else the one before it there, else what the braces belong to.
 */
final class CommentAttachment {

    private final Span file = new Span(-1, Integer.MAX_VALUE, Optional.empty());
    private Span current = file;

    /** A part of the text. */
    private static final class Span {
        private final int start;
        private final int stop;
        private final Optional<Place> place;
        private final List<Span> parts = new ArrayList<>();

        Span(int start, int stop, Optional<Place> place) {
            this.start = start;
            this.stop = stop;
            this.place = place;
        }

        boolean holds(int token) {
            return start < token && token < stop;
        }

        /** Returns the first place in this part of the text that a comment can be given to. */
        Optional<Place> first() {
            return place.or(
                    () -> parts.isEmpty() ? Optional.empty() : parts.get(0).first());
        }

        Optional<Place> last() {
            return place.or(() -> parts.isEmpty()
                    ? Optional.empty()
                    : parts.get(parts.size() - 1).last());
        }
    }

    /** Enters a part of the text; {@code place} is null for mere braces. Returns what to {@link #leave}. */
    Object enter(ParserRuleContext context, @Nullable Place place) {
        Span outer = current;
        current = new Span(
                context.getStart().getTokenIndex(), context.getStop().getTokenIndex(), Optional.ofNullable(place));
        outer.parts.add(current);
        return outer;
    }

    /** Leaves a part of the text. */
    void leave(Object outer) {
        current = (Span) outer;
    }

    /** Hands out the comments of a file that has been read. */
    void attach(CommonTokenStream tokens) {
        Token previous = null;
        for (Token token : tokens.getTokens()) {
            if (token.getChannel() == ScribbleLexer.COMMENTS) {
                List<String> lines = CommentText.lines(token.getText());
                owner(token, previous).ifPresent(place -> place.addComment(lines));
            } else {
                previous = token;
            }
        }
    }

    private Optional<Place> owner(Token comment, @Nullable Token previous) {
        if (previous != null && previous.getLine() == comment.getLine()) {
            Optional<Place> ended = endingAt(file, previous.getTokenIndex());
            if (ended.isPresent()) {
                return ended;
            }
        }
        return nearest(file, comment.getTokenIndex());
    }

    private static Optional<Place> endingAt(Span span, int token) {
        for (Span part : span.parts) {
            if (part.start <= token && token <= part.stop) {
                Optional<Place> inner = endingAt(part, token);
                return inner.isPresent() || part.stop != token ? inner : part.place;
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> nearest(Span span, int token) {
        Optional<Place> before = Optional.empty();
        for (Span part : span.parts) {
            if (part.holds(token)) {
                return nearest(part, token).or(() -> span.place);
            }
            if (part.start > token && part.first().isPresent()) {
                return part.first();
            }
            before = part.last().or(() -> span.place);
        }
        return before.or(() -> span.place);
    }
}
