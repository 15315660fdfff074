package dev.parley.samples.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Copies bytes by playing the three roles of {@link Pipeline}, each in a thread of its own. */
public final class Copy {

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int DEMO_CHUNKS = 4096;

    private Copy() {}

    /**
     * What was copied.
     *
     * @param bytes how many bytes
     * @param sha256 their digest, in hexadecimal digits
     */
    public record Copied(long bytes, String sha256) {}

    /**
     * Copies a file.
     *
     * @param source the file
     * @param target where to; made, or overwritten
     * @return what was copied
     * @throws IOException if the one cannot be read or the other not be written
     */
    public static Copied copy(Path source, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = Files.newOutputStream(target)) {
            return copy(in, out, new ChunkPool(CHUNK_BYTES));
        }
    }

    /** Copies all that comes from a stream to another, and closes neither. */
    static Copied copy(InputStream in, OutputStream out, ChunkPool chunks) throws IOException {
        CompletableFuture<Copied> copied = new CompletableFuture<>();
        PipelineSession.run(
                Copy::hash, reader -> copied.complete(read(reader, in, chunks)), writer -> write(writer, out, chunks));
        return copied.join();
    }

    private static Copied read(PipelineReader.Stream start, InputStream in, ChunkPool chunks) throws IOException {
        PipelineReader.Stream stream = start;
        long bytes = 0;
        byte[] chunk = chunks.take();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            stream = stream.chunk(chunk, length);
            bytes += length;
            chunk = chunks.take();
        }
        PipelineReader.Digest digest = stream.endOfFile().receive();
        Copied copied = new Copied(bytes, digest.sha256());
        long written = digest.receive().bytes();
        if (written != bytes) {
            throw new IOException("Of " + bytes + " bytes read, " + written + " were written.");
        }
        return copied;
    }

    private static void hash(PipelineHasher.Stream start) {
        MessageDigest sha256 = sha256();
        PipelineHasher.Stream.Received received = start.receive();
        while (received instanceof PipelineHasher.Chunk chunk) {
            sha256.update(chunk.bytes(), 0, chunk.length());
            received = chunk.chunk(chunk.bytes(), chunk.length()).receive();
        }
        ((PipelineHasher.EndOfFile) received).digest(HexFormat.of().formatHex(sha256.digest()));
    }

    private static void write(PipelineWriter.Start start, OutputStream out, ChunkPool chunks) throws IOException {
        PipelineWriter.Start.Received received = start.receive();
        long written = 0;
        while (received instanceof PipelineWriter.Chunk chunk) {
            out.write(chunk.bytes(), 0, chunk.length());
            written += chunk.length();
            chunks.giveBack(chunk.bytes());
            received = chunk.receive();
        }
        out.flush();
        ((PipelineWriter.Digest) received).written(written);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Copies a file, or one made for this, and prints what it has copied and how fast.
     *
     * @param args the file and where to copy it; or none
     * @throws IOException if that fails
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 2) {
            report(Path.of(args[0]), Path.of(args[1]));
        } else if (args.length == 0) {
            Path source = Files.createTempFile("pipeline", ".source");
            Path target = Files.createTempFile("pipeline", ".target");
            try {
                fill(source);
                report(source, target);
            } finally {
                Files.delete(source);
                Files.delete(target);
            }
        } else {
            System.err.println("Arguments: the file to copy, and where to copy it; or none for a file made for this.");
        }
    }

    private static void fill(Path file) throws IOException {
        Random random = new Random(1);
        byte[] chunk = new byte[CHUNK_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < DEMO_CHUNKS; i++) {
                random.nextBytes(chunk);
                out.write(chunk);
            }
        }
    }

    private static void report(Path source, Path target) throws IOException {
        long start = System.nanoTime();
        Copied copied = copy(source, target);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("SHA-256 %s%n", copied.sha256());
        System.out.printf(
                "%,d bytes in %.2f s: %,.0f MB/s, in buffers of %,d bytes in all%n",
                copied.bytes(), seconds, copied.bytes() / 1e6 / seconds, Pipeline.MAX_CHUNKS * CHUNK_BYTES);
    }
}
