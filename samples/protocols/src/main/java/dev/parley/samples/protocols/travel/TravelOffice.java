package dev.parley.samples.protocols.travel;

import dev.parley.runtime.SessionOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sells the cheapest journeys by playing the roles of {@link Travel}. Safe for use by many threads. */
public final class TravelOffice {

    private final List<Route> routes;
    private final LocalDate today;
    private final List<String> sold = new CopyOnWriteArrayList<>();

    /**
     * Creates an office.
     *
     * @param routes what it can sell
     * @param today when it does
     */
    public TravelOffice(List<Route> routes, LocalDate today) {
        this.routes = List.copyOf(routes);
        this.today = today;
    }

    private record Way(int euros, List<String> stops) {

        String last() {
            return stops.get(stops.size() - 1);
        }

        Way with(Route route) {
            List<String> more = new ArrayList<>(stops);
            more.add(route.to());
            return new Way(euros + route.euros(), List.copyOf(more));
        }
    }

    /**
     * Asks for a journey by one choice of means after the other, until one can be afforded.
     *
     * @param options how the session is opened
     * @return what came of it
     */
    String travel(SessionOptions options, String from, String to, List<List<String>> choices, int purse) {
        String[] outcome = {""};
        TravelSession.<RuntimeException>run(
                options,
                this::serve,
                this::deliver,
                customer -> outcome[0] = shop(customer, from, to, new ArrayDeque<>(choices), purse));
        return outcome[0];
    }

    private static String shop(
            TravelCustomer.Inquiry start, String from, String to, Deque<List<String>> choices, int purse) {
        TravelCustomer.Offer.Received answer =
                start.ask(from, to, choices.removeFirst()).receive();
        while (true) {
            if (answer instanceof TravelCustomer.OfferMessage offer) {
                if (offer.euros() <= purse) {
                    return pay(offer);
                } else if (choices.isEmpty()) {
                    offer.reject();
                    return "stays at home";
                }
                answer = offer.ask(from, to, choices.removeFirst()).receive();
            } else if (answer instanceof TravelCustomer.NoWay noWay) {
                if (choices.isEmpty()) {
                    noWay.reject();
                    return "stays at home";
                }
                answer = noWay.ask(from, to, choices.removeFirst()).receive();
            }
        }
    }

    private static String pay(TravelCustomer.OfferMessage offer) {
        String way = String.join(" - ", offer.stops());
        TravelCustomer.WhereTo whereTo = offer.accept().receive();
        int euros = whereTo.euros();
        LocalDate arrival = whereTo.address("12 Rue de la Paix").receive().arrival();
        return way + " for " + euros + ", tickets come on " + arrival;
    }

    private void serve(TravelAgency.Inquiry start) {
        TravelAgency.Ask ask = start.receive();
        while (true) {
            Optional<Way> cheapest = cheapest(ask.from(), ask.to(), ask.means());
            if (cheapest.isPresent()) {
                Way way = cheapest.get();
                TravelAgency.Decision.Received answer =
                        ask.offer(way.euros, way.stops).receive();
                if (answer instanceof TravelAgency.Accept accept) {
                    accept.book(way.stops, way.euros);
                    return;
                } else if (answer instanceof TravelAgency.Ask next) {
                    ask = next;
                } else {
                    return; // the customer stays at home
                }
            } else if (ask.noWay().receive() instanceof TravelAgency.Ask next) {
                ask = next;
            } else {
                return;
            }
        }
    }

    private void deliver(TravelCarrier.Start start) {
        if (start.receive() instanceof TravelCarrier.Book book) {
            String stops = String.join(" - ", book.stops());
            TravelCarrier.Address address = book.whereTo(book.euros()).receive();
            sold.add(stops + " to " + address.address());
            address.tickets(today.plusDays(2));
        }
    }

    /** Returns what the carrier has sold. */
    List<String> sold() {
        return List.copyOf(sold);
    }

    /** Finds the cheapest way by the algorithm of E. Dijkstra, "A Note on Two Problems in Connexion with Graphs" (1959). */
    private Optional<Way> cheapest(String from, String to, Collection<String> means) {
        Map<String, Way> known = new HashMap<>();
        PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparingInt(Way::euros));
        open.add(new Way(0, List.of(from)));
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (known.putIfAbsent(way.last(), way) == null) {
                routes.stream()
                        .filter(route -> route.from().equals(way.last()) && means.contains(route.means()))
                        .forEach(route -> open.add(way.with(route)));
            }
        }
        return Optional.ofNullable(known.get(to));
    }

    /** Sells journeys from Paris to Vienna to customers with more money and with less. */
    public static void main(String[] args) {
        TravelOffice office = new TravelOffice(
                List.of(
                        new Route("Paris", "Vienna", "plane", 320),
                        new Route("Paris", "Munich", "train", 130),
                        new Route("Munich", "Vienna", "train", 90),
                        new Route("Munich", "Vienna", "bus", 35)),
                LocalDate.now(ZoneId.systemDefault()));
        List<List<String>> choices = List.of(List.of("plane"), List.of("train"), List.of("train", "bus"));
        for (int purse : new int[] {400, 250, 180, 100}) {
            String outcome = office.travel(SessionOptions.defaults(), "Paris", "Vienna", choices, purse);
            System.out.println("with " + purse + " euros: " + outcome);
        }
    }
}
