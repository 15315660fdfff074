package dev.parley.maven.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.compiler.protocol.TypeRef;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

    private static final String LOOKUP = Versions.protocol("Lookup", "", """
                Ask ask();
                @Choice(at = Client.class)
                interface Ask {
                    @Message(from = Client.class, to = Server.class) Answer get(String key, int[] parts);
                    @Message(from = Client.class, to = Server.class) End quit();
                }
                @Choice(at = Server.class)
                interface Answer {
                    @Message(from = Server.class, to = Client.class) Ask found(Map.Entry<String, ? extends List<?>> entry);
                    @Message(from = Server.class, to = Client.class) Ask missing();
                }
            """);

    private static final String TEXT = """
            parley-baseline 1
            # What each role of each protocol does. parley:baseline writes this file, parley:compare reads it.

            protocol shop.Lookup
              buffer Client -> Server FIFO BLOCK capacity 1 limit 1 in-flight 1
              buffer Server -> Client FIFO BLOCK capacity 1 limit 1 in-flight 1
              role Client
                state 0
                  send Server get(java.lang.String, int[]) -> 1
                  send Server quit() -> 2
                state 1
                  receive Server found(java.util.Map$Entry<java.lang.String, ? extends java.util.List<?>>) -> 0
                  receive Server missing() -> 0
                state 2 may end
              role Server
                state 0
                  receive Client get(java.lang.String, int[]) -> 1
                  receive Client quit() -> 2
                state 1
                  send Client found(java.util.Map$Entry<java.lang.String, ? extends java.util.List<?>>) -> 0
                  send Client missing() -> 0
                state 2 may end

            end of baseline
            """;

    private static final String ASSAY = Versions.protocol("Assay", "", """
                    Both both();
                    @Message(from = Client.class, to = Server.class) void thanks();
                    @Parallel interface Both {
                        @Message(from = Client.class, to = Server.class) Finding blood(int sample);
                        @Message(from = Server.class, to = Client.class) void bill(int euros);
                    }
                    interface Finding {
                        @Message(from = Server.class, to = Client.class) void finding(String text);
                    }
            """);

    @TempDir
    private Path directory;

    @Test
    void readsTheBranchesOfAParallelBlock() throws BaselineException {
        String text = BaselineWriter.write(Versions.of(directory, ASSAY));

        assertThat(BaselineWriter.write(BaselineReader.read(text)))
                .isEqualTo(text)
                .contains("Client.Both.blood");
    }

    @Test
    void tellsFamiliesAndWhatMessagesAreMarkedWith() throws BaselineException {
        String text = BaselineWriter.write(Versions.of(directory, """
                package shop;

                import dev.parley.annotation.*;

                @Protocol
                public interface Auction {
                    @Role interface Seller {}
                    @Role @Family(min = 2) interface Bidder {}

                    @Phase("open house")
                    @Guard(capability = "auction:offer", flowCost = 5, journal = "offered")
                    @Message(from = Seller.class, to = Bidder.class) Close offer(String what);

                    @Choice(at = Seller.class)
                    interface Close {
                        @Message(from = Seller.class, to = Bidder.class) void sold();
                        @Timeout("30s") @Message(from = Seller.class, to = Bidder.class) void unsold();
                    }
                }
                """));

        assertThat(text)
                .contains(
                        "  family Bidder of at least 2\n",
                        "send Bidder offer(java.lang.String) -> 1 needs auction:offer costs 5 records offered in phase open house\n",
                        "receive Seller offer(java.lang.String) -> 1 in phase open house\n",
                        "send Bidder unsold() -> 2 within 30s in phase open house\n");
        assertThat(BaselineWriter.write(BaselineReader.read(text))).isEqualTo(text);
    }

    @Test
    void isForPeopleAndVersionControl() {
        assertThat(BaselineWriter.write(Versions.of(directory, LOOKUP))).isEqualTo(TEXT);
    }

    @Test
    void readsWhatItWrites() throws BaselineException {
        List<ProtocolVersion> read = BaselineReader.read(TEXT);

        assertThat(BaselineWriter.write(read)).isEqualTo(TEXT);
        assertThat(Comparison.compare(read, Versions.of(directory, LOOKUP), 1))
                .hasSize(2)
                .allMatch(finding -> finding.judgement() == Judgement.COMPATIBLE);
    }

    @Test
    void tellsCrashesFromMessages() throws BaselineException {
        String text = BaselineWriter.write(Versions.of(directory, Versions.protocol("Question", "", """
                    @Message(from = Client.class, to = Server.class) void ask();
                    Answer answer();
                    @Choice(at = Server.class)
                    interface Answer {
                        @Timeout("5s") @Message(from = Server.class, to = Client.class) void tell();
                        @OnCrash(Server.class) void lost();
                    }
                """)));

        assertThat(text).contains("receive Server tell() -> 2\n", "receive Server lost() on crash -> 2\n");
        assertThat(BaselineWriter.write(BaselineReader.read(text))).isEqualTo(text);
    }

    @Test
    void readsWindowsLineEndsAndNoProtocols() throws BaselineException {
        assertThat(BaselineWriter.write(BaselineReader.read(TEXT.replace("\n", "\r\n"))))
                .isEqualTo(TEXT);
        assertThat(BaselineReader.read(BaselineWriter.write(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parley-baseline 1 | parley-baseline 2 | 1 | only; use the plugin that wrote the file",
                "parley-baseline 1 | <<<<<<< HEAD | 1 | a baseline starts with 'parley-baseline 1'",
                "protocol shop.Lookup | protocol | 4 | expected 'protocol <name>' or 'end of baseline'",
                "Client -> Server FIFO | Client -> Nobody FIFO | 5 | a buffer is between two roles of the protocol",
                "Client FIFO BLOCK | Client LIFO BLOCK | 6 | expected 'buffer <role> -> <role>",
                "state 0 | status 0 | 8 | expected 'state <number>'",
                "send Server quit() -> 2 | send Server quit() -> 9 | 10 | there is no state 9",
                "send Server quit() -> 2 | send Servant quit() -> 2 | 10 | 'Servant' is no other role of the protocol",
                "send Server quit() -> 2 | send Server quit(int -> 2 | 10 | expected 'send <role> <label>(<types>) -> <state>'",
                "int[]) -> 1 | int[) -> 1 | 9 | '[' follows a type in 'java.lang.String, int['",
                "send Server quit() | send Server get(java.lang.String, int[]) | 10 | this is there twice in one state",
                "state 1 | state 3 | 11 | expected state 1",
                "end of baseline | protocol shop.Lookup | 24 | this protocol was there before",
                "end of baseline | | 24 | the file ends here: expected 'protocol <name>' or 'end of baseline'"
            })
    void aBadFileGivesTheLineAndTheReason(String right, @Nullable String wrong, int line, String reason) {
        String text = TEXT.replaceFirst(Pattern.quote(right), wrong == null ? "" : Matcher.quoteReplacement(wrong));

        assertThatThrownBy(() -> BaselineReader.read(text))
                .isInstanceOfSatisfying(
                        BaselineException.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageContaining(reason);
    }

    @Test
    void typesCanBeReadBack() {
        String text =
                "int, Plain, a.B$C, a.B<a.X$Y[], ?>[][], a.B<? super int[]>, java.util.Map<java.lang.String, a.B<? extends a.C>>";
        List<TypeRef> types = TypeText.read(text);

        assertThat(types).hasSize(6);
        assertThat(TypeText.write(types)).isEqualTo(text);
        assertThat(types.get(2)).isEqualTo(new TypeRef.Declared("a", List.of("B", "C"), List.of()));
    }
}
