package shop.buyer;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.transport.StreamTransport;
import java.net.Socket;
import shop.LineCodec;
import shop.SaleBuyer;
import shop.SaleSession;

/** Buys the first title that costs less than ten euros. */
public final class Reader {

    private Reader() {}

    public static String buy(Socket socket) throws Exception {
        SessionOptions options =
                SessionOptions.defaults().remote("Seller", StreamTransport.over(socket, new LineCodec()));
        try (SaleSession session = SaleSession.open(options)) {
            SaleBuyer.Ask ask = session.buyer();
            for (String title : new String[] {"War and Peace", "Persuasion", "Emma"}) {
                var priced = ask.ask(title).receive();
                if (Integer.parseInt(priced.euros()) < 10) {
                    priced.buy();
                    return title;
                }
                ask = priced;
            }
            throw new IllegalStateException("all too dear");
        }
    }
}
