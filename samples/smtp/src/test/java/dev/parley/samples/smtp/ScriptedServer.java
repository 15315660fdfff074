package dev.parley.samples.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A server for one connection that says what it is told to: the first text on being connected, each other one after a line from the
 * client, or after a whole mail where it has just said 354. Then it hangs up; a last text that is empty makes it do so instead of
 * answering.
 */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<List<String>> heard;

    ScriptedServer(String... script) throws IOException {
        heard = CompletableFuture.supplyAsync(() -> play(script));
    }

    String host() {
        return socket.getInetAddress().getHostAddress();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Returns the lines the client has sent, when it has hung up or the script is over. */
    List<String> heard() {
        return heard.join();
    }

    private List<String> play(String... script) {
        List<String> lines = new ArrayList<>();
        try (Socket connection = socket.accept();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = connection.getOutputStream();
            String last = "";
            for (int i = 0; i < script.length; i++) {
                if (i > 0 && !hear(in, last.startsWith("354") ? "." : "", lines)) {
                    break;
                }
                last = script[i];
                out.write(last.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }

    private static boolean hear(BufferedReader in, String end, List<String> lines) throws IOException {
        String line = in.readLine();
        while (line != null) {
            lines.add(line);
            if (end.isEmpty() || line.equals(end)) {
                return true;
            }
            line = in.readLine();
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
