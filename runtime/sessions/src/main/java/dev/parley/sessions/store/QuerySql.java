package dev.parley.sessions.store;

import dev.parley.sessions.query.Condition;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Order;
import dev.parley.sessions.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query in SQL. All values are bound; of texts that users choose, only names of metadata are part of it, as quoted literals. */
final class QuerySql {

    private final Database database;
    private final List<Object> values = new ArrayList<>();

    QuerySql(Database database) {
        this.database = database;
    }

    /** Returns the values to bind, in the order of their question marks. */
    List<Object> values() {
        return values;
    }

    /** Returns what selects some columns of the sessions that a query asks for, on all its pages. */
    String select(String columns, Query query) {
        return "SELECT " + columns + " FROM session WHERE " + sql(query.condition());
    }

    /** Returns the order and page of a query, to stand behind what selects. */
    String page(Query query) {
        values.add((long) query.size());
        values.add(query.offset());
        return Stream.concat(query.order().stream(), Stream.of(Key.ID.ascending()))
                        .map(this::sql)
                        .collect(Collectors.joining(", ", " ORDER BY ", ""))
                + " LIMIT ? OFFSET ?";
    }

    private String sql(Order order) {
        return database.sql(order.key()) + (order.descending() ? " DESC" : " ASC") + " NULLS LAST";
    }

    private String sql(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().isEmpty() ? "1 = 1" : joined(all.conditions(), " AND ");
        }
        if (condition instanceof Condition.AnyOf any) {
            return joined(any.conditions(), " OR ");
        }
        if (condition instanceof Condition.Not not) {
            return "NOT (" + sql(not.condition()) + ")";
        }
        if (condition instanceof Condition.Comparison comparison) {
            values.add(comparison.value());
            return database.sql(comparison.key()) + " " + comparison.operator().symbol() + " ?";
        }
        if (condition instanceof Condition.Among among) {
            values.addAll(among.values());
            return database.sql(among.key())
                    + among.values().stream().map(value -> "?").collect(Collectors.joining(", ", " IN (", ")"));
        }
        if (condition instanceof Condition.Missing missing) {
            return database.sql(missing.key()) + " IS NULL";
        }
        if (condition instanceof Condition.Tagged tagged) {
            values.add(tagged.tag());
            return "EXISTS (SELECT 1 FROM session_tag WHERE session_tag.session = session.id AND session_tag.tag = ?)";
        }
        values.add("%" + escaped(Condition.folded(((Condition.Contains) condition).text())) + "%");
        return "searched LIKE ? ESCAPE '!'";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(this::sql).collect(Collectors.joining(word, "(", ")"));
    }
}
