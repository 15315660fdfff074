package dev.parley.maven.scribble.syntax;

import dev.parley.maven.scribble.grammar.ScribbleLexer;
import dev.parley.maven.scribble.grammar.ScribbleParser;
import dev.parley.maven.scribble.grammar.ScribbleParser.ModuleContext;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/** Reads a file of Scribble or nuscr. */
public final class ScribbleReader {

    /** How deep braces may be nested: nobody writes that, and the parser's stack has an end. */
    private static final int MAX_DEPTH = 200;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ScribbleReader() {}

    /**
     * What a file holds.
     *
     * @param module its content; absent where the text is broken
     * @param problems what was found
     */
    public record Reading(Optional<ScribbleModule> module, List<Problem> problems) {

        /** Copies the problems. */
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** Returns whether a file is of a kind that can be read, by its name. */
    public static boolean isReadable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".scr") || name.endsWith(".nuscr");
    }

    /**
     * Reads a file.
     *
     * @param file the file; its name says the language
     * @param shown its name as the user knows it
     */
    public static Reading read(Path file, String shown) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            return failed(Problem.refusal(new Place(shown, 1, 1), "this file is no text in UTF-8"));
        }
        boolean nuscr = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".nuscr");
        return parse(text, shown, nuscr ? Language.NUSCR : Language.SCRIBBLE);
    }

    /** Reads a text. */
    public static Reading parse(String text, String shown, Language language) {
        SyntaxErrors errors = new SyntaxErrors(shown);
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        ScribbleLexer lexer = new ScribbleLexer(CharStreams.fromString(content, shown));
        lexer.removeErrorListeners();
        lexer.addErrorListener(errors);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        if (lexer._mode != Lexer.DEFAULT_MODE) {
            Token end = tokens.get(tokens.size() - 1); // holds all that the lexer was still looking at
            return failed(Problem.refusal(
                    new Place(shown, end.getLine(), end.getCharPositionInLine() + 1), SyntaxErrors.ENDLESS_COMMENT));
        }
        Optional<Problem> tooDeep = tooDeep(tokens.getTokens(), shown);
        if (tooDeep.isPresent()) {
            return failed(tooDeep.get());
        }
        ScribbleParser parser = new ScribbleParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        ModuleContext module = parser.module();
        if (!errors.found().isEmpty()) {
            return new Reading(Optional.empty(), errors.found());
        }
        CommentAttachment comments = new CommentAttachment();
        List<Problem> problems = new ArrayList<>();
        ScribbleModule read = new ModuleBuilder(shown, language, tokens, comments, problems).module(module);
        comments.attach(tokens);
        return new Reading(Optional.of(read), problems);
    }

    private static Optional<Problem> tooDeep(List<Token> tokens, String shown) {
        int depth = 0;
        for (Token token : tokens) {
            if (token.getType() == ScribbleLexer.OPEN_CURLY) {
                depth++;
            } else if (token.getType() == ScribbleLexer.CLOSE_CURLY) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                Place place = new Place(shown, token.getLine(), token.getCharPositionInLine() + 1);
                return Optional.of(Problem.refusal(
                        place, "braces are nested more than " + MAX_DEPTH + " deep; use aux protocols and do"));
            }
        }
        return Optional.empty();
    }

    private static Reading failed(Problem problem) {
        return new Reading(Optional.empty(), List.of(problem));
    }
}
