package dev.parley.maven.scribble.syntax;

import dev.parley.maven.scribble.grammar.ScribbleParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Says what was expected and what stands there instead. One error for each line: what follows is mostly its echo. */
final class SyntaxErrors extends BaseErrorListener {

    /** Words that are names where nothing else is meant: to list them would hide what is. */
    private static final Set<Integer> NAMES = Set.of(
            ScribbleParser.NAME,
            ScribbleParser.DATA,
            ScribbleParser.NESTED,
            ScribbleParser.NEW,
            ScribbleParser.WRAP,
            ScribbleParser.ACCEPT,
            ScribbleParser.WITH,
            ScribbleParser.CALLS,
            ScribbleParser.PAR,
            ScribbleParser.INTERRUPTIBLE);

    /** What is said of a comment that is not closed. */
    static final String ENDLESS_COMMENT = "this comment has no end";

    private static final int MANY = 20;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    SyntaxErrors(String file) {
        this.file = file;
    }

    List<Problem> found() {
        return found;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offending,
            int line,
            int column,
            String message,
            @Nullable RecognitionException exception) {
        boolean echo = found.stream().anyMatch(problem -> problem.place().line() == line);
        if (!echo && found.size() < MANY) {
            Place place = new Place(file, line, column + 1);
            found.add(Problem.refusal(
                    place,
                    recognizer instanceof Parser parser && offending instanceof Token token
                            ? describe(parser, token, exception)
                            : message));
        }
    }

    private static String describe(Parser parser, Token token, @Nullable RecognitionException exception) {
        return switch (token.getType()) {
            case ScribbleParser.UNCLOSED_COMMENT -> ENDLESS_COMMENT;
            case ScribbleParser.UNCLOSED_STRING -> "this string has no end on its line";
            case ScribbleParser.UNKNOWN ->
                "the character " + shown(token.getText()) + " has no meaning here; names are "
                        + "made of the letters a to z, digits and underscores";
            default -> {
                String expected = expected(parser, exception);
                yield (expected.isEmpty() ? "this cannot stand here: " : "expected " + expected + ", but found ")
                        + (token.getType() == Token.EOF ? "the end of the file" : shown(token.getText()));
            }
        };
    }

    private static String expected(Parser parser, @Nullable RecognitionException exception) {
        IntervalSet types = types(parser, exception);
        boolean name = types.contains(ScribbleParser.NAME);
        Set<String> words = new TreeSet<>();
        for (int type : types.toArray()) {
            if (!name || !NAMES.contains(type)) {
                words.add(
                        switch (type) {
                            case Token.EOF -> "the end of the file";
                            case ScribbleParser.STRING -> "a string";
                            default -> parser.getVocabulary().getDisplayName(type);
                        });
            }
        }
        List<String> all = new ArrayList<>(name ? List.of("a name") : List.of());
        all.addAll(words);
        String last = all.isEmpty() ? "" : all.remove(all.size() - 1);
        return all.isEmpty() ? last : all.stream().collect(Collectors.joining(", ")) + " or " + last;
    }

    /** Returns what could have come next: where several tokens were looked at, after the last of them that fits. */
    private static IntervalSet types(Parser parser, @Nullable RecognitionException exception) {
        if (!(exception instanceof NoViableAltException dead) || dead.getDeadEndConfigs() == null) {
            return parser.getExpectedTokens();
        }
        IntervalSet types = new IntervalSet();
        for (ATNConfig config : dead.getDeadEndConfigs()) {
            types.addAll(parser.getATN().nextTokens(config.state));
        }
        types.remove(Token.EPSILON);
        return types.isNil() ? parser.getExpectedTokens() : types;
    }

    private static String shown(String text) {
        int first = text.codePointAt(0);
        return Character.isISOControl(first) || Character.getType(first) == Character.FORMAT
                ? String.format("U+%04X", first)
                : "'" + text + "'";
    }
}
