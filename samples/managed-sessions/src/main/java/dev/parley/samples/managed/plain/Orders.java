package dev.parley.samples.managed.plain;

import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.conversation.RunnableProtocol;
import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.SessionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders that take days, in a process that is started each morning and ended each night. Each order is a durable conversation: when
 * it is reopened, either role has the typed state it was in, and what was sent to it is there.
 */
public final class Orders implements AutoCloseable {

    private static final ConversationSpec<OrderSession> ORDER = ConversationSpec.of(
                    "order", new RunnableProtocol<>("Order", OrderSession::open, OrderSession::reopen))
            .durable();

    private final SessionManager manager;
    private final List<Conversation<OrderSession>> open = new ArrayList<>();

    /**
     * Begins a day: all orders that are not done are there again.
     *
     * @param database where they are kept
     */
    public Orders(Path database) {
        this.manager = SessionManager.open(
                ManagerOptions.defaults().databasePath(database).node("shop").logging(false));
        for (SessionHandle customer : manager.recover().recovered()) {
            for (ConversationInfo order : customer.now().work().conversations().all()) {
                if (!order.ended()) {
                    open.add(customer.conversations().reopen(order.id(), ORDER));
                }
            }
        }
    }

    /** A customer comes for something. */
    public void take(String customer, String what) {
        SessionHandle session = manager.create(SessionKind.ACTIVE, "order of " + customer, customer);
        session.start();
        session.context().put("what", what, 0);
        open.add(session.conversations().create(ORDER));
    }

    /** Has everybody do what they can do today; returns what was done. */
    public List<String> goOn() {
        List<String> done = new ArrayList<>();
        for (SessionHandle customer : manager.running()) {
            String what = customer.context().get("what").orElseThrow().value();
            open.stream()
                    .filter(order -> customer.now().work().conversations().has(order.id()))
                    .forEach(order -> done.add(new OrderDay(order, what).goOn()));
        }
        return done;
    }

    @Override
    public void close() {
        manager.close();
    }

    public static void main(String[] args) throws IOException {
        Path directory = Files.createTempDirectory("orders");
        Path database = directory.resolve("orders.db");
        try (Orders monday = new Orders(database)) {
            monday.take("ann", "tea");
            System.out.println("Monday: " + monday.goOn());
        }
        for (String day : List.of("Tuesday", "Wednesday")) {
            try (Orders orders = new Orders(database)) {
                System.out.println(day + ": " + orders.goOn());
            }
        }
    }
}
