package dev.parley.samples.twobuyer;

import dev.parley.runtime.SessionOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs one sale of {@link TwoBuyer}: each role is a method, and each method is checked against the protocol. */
public final class Bookshop {

    private static final int UNKNOWN = 1_000;

    private final Map<String, Integer> prices;
    private final LocalDate today;
    private final List<String> events = new CopyOnWriteArrayList<>();

    /** Opens a shop that sells the given titles at the given prices in euros; any other title costs 1,000. */
    public Bookshop(Map<String, Integer> prices, LocalDate today) {
        this.prices = Map.copyOf(prices);
        this.today = today;
    }

    /** Runs a sale, each role on a thread of its own, and returns what happened; the order is that of the events. */
    public List<String> sell(String title, int buyersPurse, int friendsPurse) {
        return sell(SessionOptions.defaults(), title, buyersPurse, friendsPurse);
    }

    /** Runs a sale in a session that is opened with the options. */
    List<String> sell(SessionOptions options, String title, int buyersPurse, int friendsPurse) {
        TwoBuyerSession.run(
                options, buyer -> buy(buyer, title, buyersPurse), friend -> decide(friend, friendsPurse), this::serve);
        return List.copyOf(events);
    }

    private void buy(TwoBuyerBuyer.Start start, String title, int purse) {
        TwoBuyerBuyer.Quote quote = start.title(title).receive();
        String outcome = quote.share(Math.max(0, quote.euros() - purse))
                .receive()
                .match(accept -> "the book goes to " + accept.address(), reject -> "no book today");
        events.add("Buyer: " + outcome);
    }

    private void decide(TwoBuyerFriend.Start start, int purse) {
        TwoBuyerFriend.Share share = start.receive().receive();
        int euros = share.euros();
        if (euros <= purse) {
            TwoBuyerFriend.Ship ship = share.accept("12 Rue de la Paix").receive();
            events.add("Friend: paid " + euros + ", comes on " + ship.date());
        } else {
            events.add("Friend: " + euros + " is too much");
            share.reject();
        }
    }

    private void serve(TwoBuyerSeller.Start start) {
        TwoBuyerSeller.Title title = start.receive();
        int price = prices.getOrDefault(title.title(), UNKNOWN);
        title.quote(price).receive().match(accept -> ship(accept, price), reject -> {
            events.add("Seller: kept the book");
            return false;
        });
    }

    private boolean ship(TwoBuyerSeller.Accept accept, int price) {
        events.add("Seller: sold for " + price);
        accept.ship(today.plusDays(2));
        return true;
    }

    /** Sells one book that the two can afford and one that they cannot. */
    public static void main(String[] args) {
        Map<String, Integer> prices = Map.of("Il nome della rosa", 38, "The first folio", 900);
        for (String title : List.of("Il nome della rosa", "The first folio")) {
            System.out.println(title);
            new Bookshop(prices, LocalDate.now(ZoneId.systemDefault()))
                    .sell(title, 20, 30)
                    .forEach(event -> System.out.println("  " + event));
        }
    }
}
