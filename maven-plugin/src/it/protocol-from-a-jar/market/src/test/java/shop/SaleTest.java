package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.runtime.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The teams' programs are loaded apart, as if each ran in a process of its own: each has a session class for its role. */
class SaleTest {

    @Test
    void programsOfTwoTeamsTrade() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                URLClassLoader buyer = program("buyer");
                URLClassLoader seller = program("seller")) {
            Callable<Object> sell = () -> call(seller, "shop.seller.Shop", "sell", server.accept());
            Callable<Object> buy = () -> call(
                    buyer, "shop.buyer.Reader", "buy", new Socket(server.getInetAddress(), server.getLocalPort()));

            Future<Object> sold = threads.submit(sell);
            assertEquals("Emma", threads.submit(buy).get());
            sold.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static URLClassLoader program(String module) throws Exception {
        URL[] classPath = {
            Path.of("../" + module + "/target/classes/").toUri().toURL(),
            Path.of("../protocol/target/classes/").toUri().toURL(),
            Session.class.getProtectionDomain().getCodeSource().getLocation()
        };
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    }

    private static Object call(ClassLoader program, String type, String method, Socket socket) throws Exception {
        return program.loadClass(type).getMethod(method, Socket.class).invoke(null, socket);
    }
}
