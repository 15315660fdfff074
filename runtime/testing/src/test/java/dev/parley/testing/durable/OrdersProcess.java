package dev.parley.testing.durable;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.journal.FileJournal;
import dev.parley.runtime.journal.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays a session of {@link Orders} from where its journal ends, and says what has been acknowledged: a line after each step of a role, once
 * the method of the step has returned. A line has the role, the number of orders that it has dealt with so far, and the number of steps
 * that it has done since; in the first line of each role the orders are left out where its state does not tell them.
 */
final class OrdersProcess {

    private static final int UNKNOWN = -1;

    private OrdersProcess() {}

    /**
     * Plays.
     *
     * @param arguments the journal's file, and how many orders the shop takes before it closes
     */
    public static void main(String[] arguments) throws InterruptedException {
        int last = Integer.parseInt(arguments[1]);
        try (Journal journal = FileJournal.open(Path.of(arguments[0]))) {
            OrdersSession session =
                    OrdersSession.reopen(SessionOptions.defaults().journal(journal));
            List<Thread> roles = new ArrayList<>();
            roles.add(new Thread(() -> shop(session.resumeShop(), last)));
            roles.add(new Thread(() -> store(session.resumeStore())));
            roles.add(new Thread(() -> ledger(session.resumeLedger())));
            roles.forEach(Thread::start);
            for (Thread role : roles) {
                role.join();
            }
            System.out.println("session " + session.status());
        }
    }

    private static void say(String role, int orders, int steps) {
        System.out.println(role + " " + (orders == UNKNOWN ? "?" : orders) + " " + steps);
    }

    /** An order takes the shop three steps: it is sent out, shipped and booked. */
    private static void shop(OrdersShop.Resumed at, int last) {
        at.match(
                        start -> {
                            say("Shop", 0, 0);
                            return Optional.of(start);
                        },
                        delivery -> {
                            say("Shop", UNKNOWN, 1);
                            return Optional.of(booked(shipped(delivery.receive())));
                        },
                        shipped -> Optional.of(booked(shipped(shipped))),
                        booked -> {
                            say("Shop", booked.number(), 0);
                            return Optional.of(booked);
                        },
                        ended -> {
                            say("Shop", UNKNOWN, 1);
                            return Optional.<OrdersShop.Next>empty();
                        })
                .ifPresent(next -> takeOrders(next, last));
    }

    private static void takeOrders(OrdersShop.Next start, int last) {
        OrdersShop.Next next = start;
        int number = start instanceof OrdersShop.Booked booked ? booked.number() : 0;
        while (number < last) {
            number++;
            OrdersShop.Delivery delivery = next.order(number, item(number));
            say("Shop", number - 1, 1);
            next = booked(shipped(delivery.receive()));
        }
        next.closed(number);
        say("Shop", number, 1);
    }

    private static OrdersShop.Shipped shipped(OrdersShop.Shipped shipped) {
        say("Shop", shipped.number() - 1, 2);
        return shipped;
    }

    private static OrdersShop.Next booked(OrdersShop.Shipped shipped) {
        OrdersShop.Booked booked = shipped.receive();
        say("Shop", booked.number(), 0);
        return booked;
    }

    /** An order takes the store two steps: it comes, and is shipped. */
    private static void store(OrdersStore.Resumed at) {
        Optional<OrdersStore.Next> next = at.match(
                waiting -> {
                    say("Store", UNKNOWN, 0);
                    return Optional.of(waiting);
                },
                order -> Optional.of(ship(order)),
                OrdersProcess::closed);
        while (next.isPresent()) {
            next = next.get().receive().match(order -> Optional.of(ship(order)), OrdersProcess::closed);
        }
    }

    private static Optional<OrdersStore.Next> closed(OrdersStore.Closed closed) {
        say("Store", closed.orders(), 1);
        return Optional.empty();
    }

    private static OrdersStore.Next ship(OrdersStore.Order order) {
        check(order.number(), order.item());
        say("Store", order.number() - 1, 1);
        OrdersStore.Next next = order.shipped(order.number());
        say("Store", order.number(), 0);
        return next;
    }

    /** An order takes the ledger two steps: it comes, and is booked. */
    private static void ledger(OrdersLedger.Resumed at) {
        Optional<OrdersLedger.Next> next = at.match(
                waiting -> {
                    say("Ledger", UNKNOWN, 0);
                    return Optional.of(waiting);
                },
                order -> Optional.of(book(order)),
                OrdersProcess::closed);
        while (next.isPresent()) {
            next = next.get().receive().match(order -> Optional.of(book(order)), OrdersProcess::closed);
        }
    }

    private static Optional<OrdersLedger.Next> closed(OrdersLedger.Closed closed) {
        say("Ledger", closed.orders(), 1);
        return Optional.empty();
    }

    private static OrdersLedger.Next book(OrdersLedger.Order order) {
        check(order.number(), order.item());
        say("Ledger", order.number() - 1, 1);
        OrdersLedger.Next next = order.booked(order.number());
        say("Ledger", order.number(), 0);
        return next;
    }

    private static String item(int number) {
        return "item " + number;
    }

    private static void check(int number, String item) {
        if (!item.equals(item(number))) {
            throw new IllegalStateException("Order " + number + " is of " + item);
        }
    }
}
