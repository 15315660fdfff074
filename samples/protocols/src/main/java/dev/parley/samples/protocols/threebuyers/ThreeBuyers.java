package dev.parley.samples.protocols.threebuyers;

import dev.parley.runtime.Seat;
import dev.parley.runtime.SessionOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Sells a book to three people, of whom the seller sees two at a time. */
public final class ThreeBuyers {

    private final int price;
    private final LocalDate today;
    private final Supplier<SessionOptions> options;
    private final List<String> events = new CopyOnWriteArrayList<>();

    /**
     * Offers a book.
     *
     * @param price what it costs in euros
     * @param options how each session is opened
     */
    public ThreeBuyers(int price, LocalDate today, Supplier<SessionOptions> options) {
        this.price = price;
        this.today = today;
        this.options = options;
    }

    /**
     * Runs a sale, and returns what happened; the order is that of the events.
     *
     * @param alice how much Alice has
     * @param bob how much Bob has
     * @param carol how much Carol has
     */
    public List<String> sell(int alice, int bob, int carol) {
        SaleSession.run(options.get(), buyer -> buy(buyer, alice), start -> share(start, bob, carol), this::serve);
        return List.copyOf(events);
    }

    private void buy(SaleAlice.Start start, int purse) {
        SaleAlice.Quote quote = start.title("Emma").receive();
        events.add(quote.share(Math.max(0, quote.euros() - purse))
                .receive()
                .match(accept -> "Alice: the book goes to " + accept.address(), reject -> "Alice: no book today"));
    }

    private void share(SaleBob.Start start, int purse, int carol) {
        SaleBob.Share share = start.receive().receive();
        int euros = share.euros();
        if (euros <= purse) {
            accept("Bob", euros, share);
        } else {
            Seat.At<Sale.Bob, Sale.Decision> seat = share.toSeatAtDecision();
            FavourSession.run(
                    options.get(), bob -> bob.ask(euros, purse).takeOver(seat), friend -> help(friend, carol));
        }
    }

    private void help(FavourCarol.Start start, int purse) {
        FavourCarol.Ask ask = start.receive();
        int euros = ask.euros() - ask.bobPays();
        SaleBob.Decision decision = SaleBob.sitAtDecision(ask.receive().seat());
        if (euros <= purse) {
            accept("Carol", euros, decision);
        } else {
            events.add("Carol: " + euros + " is too much");
            decision.reject();
        }
    }

    private void accept(String who, int euros, SaleBob.Decision decision) {
        LocalDate date = decision.accept(who + "'s home").receive().date();
        events.add(who + ": paid " + euros + ", comes on " + date);
    }

    private void serve(SaleSeller.Start start) {
        if (start.receive().quote(price).receive() instanceof SaleSeller.Accept accept) {
            accept.date(today.plusDays(2));
            events.add("Seller: sold for " + price);
        } else {
            events.add("Seller: kept the book");
        }
    }

    /** Sells a book to three who can pay it by two, by three, and not at all. */
    public static void main(String[] args) {
        for (int price : new int[] {30, 50, 90}) {
            System.out.println("a book for " + price);
            new ThreeBuyers(price, LocalDate.now(ZoneId.systemDefault()), SessionOptions::defaults)
                    .sell(20, 15, 25)
                    .forEach(event -> System.out.println("  " + event));
        }
    }
}
