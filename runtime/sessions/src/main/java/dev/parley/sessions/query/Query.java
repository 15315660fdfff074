package dev.parley.sessions.query;

import dev.parley.sessions.model.ManagedSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which sessions are wanted, in which order, and which page of them.
 *
 * <pre>{@code
 * Query.where(Key.OWNER.is("ann").and(Key.STATUS.in(ACTIVE, IDLE)))
 *         .orderBy(Key.LAST_ACTIVITY.descending())
 *         .page(0, 50)
 * Query.parse("owner = ? AND status IN (?, ?) ORDER BY last_activity DESC", "ann", "ACTIVE", "IDLE").page(0, 50)
 * }</pre>
 *
 * @param condition what they must be like
 * @param order by what they are ordered, the first key first; those that are equal in all keys are ordered by their ids
 * @param page which page of them, 0 for the first
 * @param size how many there are on a page, at least 1
 */
public record Query(Condition condition, List<Order> order, int page, int size) {

    /** How many sessions are on a page where a query does not say. */
    public static final int DEFAULT_SIZE = 100;

    /**
     * Copies the order.
     *
     * @throws IllegalArgumentException if the page is negative or its size less than 1
     */
    public Query {
        if (page < 0 || size < 1) {
            throw new IllegalArgumentException("The page is " + page + " of " + size
                    + " sessions; its number must be 0 or more, and its size at least 1.");
        }
        order = List.copyOf(order);
    }

    /** Asks for sessions that a condition holds for. */
    public static Query where(Condition condition) {
        return new Query(condition, List.of(), 0, DEFAULT_SIZE);
    }

    /** Asks for all sessions. */
    public static Query all() {
        return where(Condition.any());
    }

    /**
     * Reads a query, such as {@code type = ? AND metadata->>'domain' = ? ORDER BY name}: comparisons ({@code =}, {@code <>},
     * {@code <}, {@code <=}, {@code >}, {@code >=}, {@code IN}, {@code IS NULL}) of {@code id}, {@code type}, {@code name}, {@code owner},
     * {@code workspace}, {@code status}, {@code created_at}, {@code last_activity}, {@code expires_at} and {@code metadata->>'…'},
     * {@code TAG = ?} and {@code TEXT CONTAINS ?}, joined by {@code AND}, {@code OR}, {@code NOT} and parentheses. An empty text asks for all.
     *
     * @param text the query
     * @param values a value for each question mark; types and statuses may be given by name
     * @throws QueryException if the text is no query, names a property that sessions do not have, or a value does not fit
     */
    public static Query parse(String text, Object... values) {
        return new QueryParser(text, List.of(values)).parse();
    }

    /** Asks for the same in another order. */
    public Query orderBy(Order... keys) {
        return new Query(condition, List.of(keys), page, size);
    }

    /** Asks for another page of the same. */
    public Query page(int number, int sessions) {
        return new Query(condition, order, number, sessions);
    }

    /** Returns how many sessions come before the page. */
    public long offset() {
        return (long) page * size;
    }

    /** Returns the order of sessions in memory. */
    public Comparator<ManagedSession> comparator() {
        List<Order> all = new ArrayList<>(order);
        all.add(Key.ID.ascending());
        return all.stream()
                .map(Order::comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }
}
