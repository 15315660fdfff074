package dev.parley.samples.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class CopyTest {

    private static final int CHUNK = 4096;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 100 * CHUNK + 17})
    void copiesEveryByte(int size) throws Exception {
        byte[] source = new byte[size];
        new Random(size).nextBytes(source);
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        Copy.Copied copied = Copy.copy(new ByteArrayInputStream(source), target, new ChunkPool(CHUNK));

        assertThat(target.toByteArray()).isEqualTo(source);
        assertThat(copied.bytes()).isEqualTo(size);
        assertThat(copied.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(source)));
    }

    @Test
    void copiesAFile(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("source");
        Path target = folder.resolve("target");
        byte[] bytes = new byte[1_000_000];
        new Random(1).nextBytes(bytes);
        Files.write(source, bytes);

        assertThat(Copy.copy(source, target).bytes()).isEqualTo(bytes.length);
        assertThat(target).hasBinaryContent(bytes);
    }

    @Test
    void holdsNoMoreThanTheBuffersHoweverMuchIsCopied() throws Exception {
        long size = 256L << 20;
        ChunkPool chunks = new ChunkPool(64 * 1024);
        CountDownLatch ahead = new CountDownLatch(2 * Pipeline.CAPACITY + 1);
        GeneratedBytes source = new GeneratedBytes(size, ahead::countDown);
        DigestedBytes target = new DigestedBytes(ahead);

        Copy.Copied copied = Copy.copy(source, target, chunks);

        assertThat(copied.bytes()).isEqualTo(size);
        assertThat(target.checksum()).as("what was written").isEqualTo(source.checksum());
        assertThat(copied.sha256()).as("what was digested").isEqualTo(target.sha256());
        // The writer kept the others waiting until both buffers were full, so the bound is known to have been put to
        // the test.
        assertThat(chunks.made()).isBetween(2 * Pipeline.CAPACITY + 1, Pipeline.MAX_CHUNKS);
    }

    @Test
    void stopsReadingWhereNothingCanBeWritten() {
        OutputStream full = new OutputStream() {
            private int left = 100 * CHUNK;

            @Override
            public void write(int b) throws IOException {
                left--;
                if (left < 0) {
                    throw new IOException("disk full");
                }
            }
        };
        GeneratedBytes endless = new GeneratedBytes(Long.MAX_VALUE, () -> {});

        assertThatThrownBy(() -> Copy.copy(endless, full, new ChunkPool(CHUNK)))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void stopsWritingWhereNothingCanBeRead() {
        InputStream broken = new InputStream() {
            private int left = 1_000;

            @Override
            public int read() throws IOException {
                left--;
                if (left < 0) {
                    throw new IOException("bad sector");
                }
                return 1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> Copy.copy(broken, OutputStream.nullOutputStream(), new ChunkPool(CHUNK)))
                .isInstanceOf(IOException.class)
                .hasMessage("bad sector");
    }
}
