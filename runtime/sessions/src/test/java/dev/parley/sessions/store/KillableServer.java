package dev.parley.sessions.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that can be killed and started again over the same files. */
final class KillableServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    KillableServer(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        start();
    }

    /** Returns a port below those that a system gives out of its own accord: nobody else is to have it while the server is down. */
    private static int freePort() {
        while (true) {
            try (ServerSocket free =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 30_000))) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // There are others.
            }
        }
    }

    void start() throws IOException {
        close();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                // The builder's own default acknowledges what is not written yet.
                .setServerConfig("synchronous_commit", "on")
                // A socket file has a lock of its own, outside the folder, which outlasts a kill.
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(Postgres.PATIENCE)
                .start();
    }

    String url() {
        return url("postgres");
    }

    String url(String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    /**
     * Kills the server and all processes that serve connections. They become children of the system's first process; where that buries nobody, as in
     * some containers, they are never seen to end. A second has to do then, and a lock that names one of them as alive is taken away.
     */
    void kill() throws IOException {
        Path lock = folder.resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(lock).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                .join();
        Files.deleteIfExists(lock);
    }

    /** Has clients prove who they are. */
    void wantPasswords() throws IOException {
        Files.writeString(folder.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
