package dev.parley.sessions.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void textSaysTheSameAsTheBuilder() {
        assertThat(Query.parse(
                        "type = ? AND status IN (?, ?) AND metadata->>'domain' = ? ORDER BY name DESC, metadata->>'rank'",
                        SessionKind.ACTIVE,
                        "idle",
                        ManagedStatus.ACTIVE,
                        "law"))
                .isEqualTo(Query.where(Key.TYPE
                                .is(SessionKind.ACTIVE)
                                .and(Key.STATUS.in(ManagedStatus.IDLE, ManagedStatus.ACTIVE))
                                .and(Key.metadata("domain").is("law")))
                        .orderBy(Key.NAME.descending(), Key.metadata("rank").ascending()));
    }

    @Test
    void andBindsTighterThanOrAndNotTightest() {
        Condition ann = Key.OWNER.is("ann");
        Condition chat = Key.NAME.isNot("chat");
        Condition old = Key.CREATED_AT.lessThan(NOON);

        assertThat(Query.parse("owner = ? or name <> ? and not created_at < ?", "ann", "chat", NOON)
                        .condition())
                .isEqualTo(ann.or(chat.and(old.not())));
        assertThat(Query.parse("(owner = ? OR name != ?) AND created_at < ?", "ann", "chat", NOON)
                        .condition())
                .isEqualTo(ann.or(chat).and(old));
    }

    @Test
    void allWordsAreRead() {
        assertThat(Query.parse(
                                "id >= ? AND workspace <= ? AND last_activity > ? AND expires_at IS NULL AND owner IS NOT NULL"
                                        + " AND name NOT IN (?) AND tag = ? AND text contains ?",
                                "a",
                                "b",
                                NOON,
                                "c",
                                "d",
                                "e")
                        .condition()
                        .toString())
                .isEqualTo("(((((((id >= ? AND workspace <= ?) AND last_activity > ?) AND expires_at IS NULL)"
                        + " AND NOT owner IS NULL) AND NOT name IN (?)) AND TAG = ?) AND TEXT CONTAINS ?)");
        assertThat(Query.parse("")).isEqualTo(Query.all());
        assertThat(Query.parse("metadata->>'it''s' = ?", "x").condition())
                .isEqualTo(Key.metadata("it's").is("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "colour = ? | 0 | Sessions have no colour; they have id, type, name",
                "owner = 'ann' | 8 | This is no query",
                "owner = ? name | 10 | This is no query",
                "owner = ? AND | 13 | This is no query",
                "(owner = ? | 10 | This is no query",
                "owner ; ? | 6 | This is no query",
                "owner = ? AND name = ? | 21 | more question marks than the 1 values",
                "ORDER BY rank | 9 | Sessions have no rank",
                "owner IS NULL | 13 | 1 values are given for 0 question marks",
                "created_at = ? | 13 | it must be a Instant",
                "status = ? | 9 | it must be one of INITIALIZING, ACTIVE",
            })
    void whatIsWrongIsSaidWithItsPlace(String text, int position, String problem) {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> Query.parse(text, "ann"))
                .withMessageContaining(problem)
                .satisfies(refused -> assertThat(refused.position()).isEqualTo(position))
                .withMessageEndingWith("\n" + " ".repeat(position) + "^");
    }

    @Test
    void aPlaceInALaterLineIsFound() {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> Query.parse("owner = ?\nAND AND name = ?", "ann", "chat"))
                .satisfies(refused -> assertThat(refused.position()).isEqualTo(14));
    }

    @Test
    void pagesHaveANumberAndASize() {
        assertThat(Query.all().page(3, 50).offset()).isEqualTo(150);
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().page(-1, 50));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().page(0, 0));
    }
}
