package dev.parley.sessions.query;

import dev.parley.sessions.query.grammar.QueryLexer;
import dev.parley.sessions.query.grammar.QueryParser.AmongContext;
import dev.parley.sessions.query.grammar.QueryParser.AndContext;
import dev.parley.sessions.query.grammar.QueryParser.ByContext;
import dev.parley.sessions.query.grammar.QueryParser.ComparisonContext;
import dev.parley.sessions.query.grammar.QueryParser.ConditionContext;
import dev.parley.sessions.query.grammar.QueryParser.GroupContext;
import dev.parley.sessions.query.grammar.QueryParser.KeyContext;
import dev.parley.sessions.query.grammar.QueryParser.MetadataContext;
import dev.parley.sessions.query.grammar.QueryParser.MissingContext;
import dev.parley.sessions.query.grammar.QueryParser.NotContext;
import dev.parley.sessions.query.grammar.QueryParser.OrContext;
import dev.parley.sessions.query.grammar.QueryParser.QueryContext;
import dev.parley.sessions.query.grammar.QueryParser.TaggedContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads the text of a query and gives its question marks their values. */
final class QueryParser {

    private final String text;
    private final List<?> values;
    private int given;

    QueryParser(String text, List<?> values) {
        this.text = text;
        this.values = values;
    }

    Query parse() {
        QueryContext query = syntax();
        Condition condition = query.condition() == null ? Condition.any() : condition(query.condition());
        Order[] order = query.order() == null
                ? new Order[0]
                : query.order().by().stream().map(this::order).toArray(Order[]::new);
        if (given < values.size()) {
            throw problem(values.size() + " values are given for " + given + " question marks.", text.length());
        }
        return Query.where(condition).orderBy(order);
    }

    private QueryContext syntax() {
        BaseErrorListener errors = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    @Nullable Object offending,
                    int line,
                    int column,
                    String message,
                    @Nullable RecognitionException exception) {
                throw problem("This is no query: " + message + ".", position(line, column));
            }
        };
        QueryLexer lexer = new QueryLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(errors);
        var parser = new dev.parley.sessions.query.grammar.QueryParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        return parser.query();
    }

    /** Returns the place of a character that is known by its line, from 1, and its place there. */
    private int position(int line, int column) {
        return text.lines().limit(line - 1L).mapToInt(each -> each.length() + 1).sum() + column;
    }

    private Condition condition(ConditionContext context) {
        if (context instanceof GroupContext group) {
            return condition(group.condition());
        }
        if (context instanceof AndContext and) {
            return condition(and.condition(0)).and(condition(and.condition(1)));
        }
        if (context instanceof OrContext or) {
            return condition(or.condition(0)).or(condition(or.condition(1)));
        }
        if (context instanceof NotContext not) {
            return condition(not.condition()).not();
        }
        if (context instanceof ComparisonContext comparison) {
            String symbol = comparison.getChild(1).getText();
            Key<?> key = key(comparison.key());
            return new Condition.Comparison(key, operator(symbol), value(key, comparison.getStop()));
        }
        if (context instanceof AmongContext among) {
            Condition condition = among(among);
            return among.NOT() == null ? condition : condition.not();
        }
        if (context instanceof MissingContext missing) {
            Condition condition = new Condition.Missing(key(missing.key()));
            return missing.NOT() == null ? condition : condition.not();
        }
        String word = (String) value(Key.NAME, context.getStop());
        return context instanceof TaggedContext ? Condition.tagged(word) : Condition.contains(word);
    }

    private Condition among(AmongContext context) {
        Key<?> key = key(context.key());
        List<Object> among = context.children.stream()
                .filter(child -> child.getText().equals("?"))
                .map(child -> value(key, ((TerminalNode) child).getSymbol()))
                .toList();
        return new Condition.Among(key, among);
    }

    private static Operator operator(String symbol) {
        return symbol.equals("!=")
                ? Operator.NOT_EQUAL
                : Arrays.stream(Operator.values())
                        .filter(operator -> operator.symbol().equals(symbol))
                        .findFirst()
                        .orElseThrow();
    }

    private Order order(ByContext by) {
        return new Order(key(by.key()), by.DESC() != null);
    }

    private Key<?> key(KeyContext context) {
        if (context instanceof MetadataContext metadata) {
            String quoted = metadata.STRING().getText();
            return Key.metadata(quoted.substring(1, quoted.length() - 1).replace("''", "'"));
        }
        return Key.column(context.getText())
                .orElseThrow(() -> problem(
                        "Sessions have no " + context.getText() + "; they have "
                                + Key.columns().collect(Collectors.joining(", ")) + " and metadata->>'…'.",
                        context.getStart().getStartIndex()));
    }

    /** Returns the value of the next question mark as it is compared. */
    private Object value(Key<?> key, Token mark) {
        if (given == values.size()) {
            throw problem("There are more question marks than the " + given + " values given.", mark.getStartIndex());
        }
        Object value = values.get(given++);
        return key.comparable(value)
                .orElseThrow(() -> problem(
                        "The value of " + key + " is " + value + ", a "
                                + value.getClass().getSimpleName() + "; it must be " + key.expected() + ".",
                        mark.getStartIndex()));
    }

    private QueryException problem(String problem, int position) {
        return new QueryException(problem, text, position);
    }
}
