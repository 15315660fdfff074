package shop.seller;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.transport.StreamTransport;
import java.net.Socket;
import shop.LineCodec;
import shop.SaleSeller;
import shop.SaleSession;

/** Asks one euro per letter. */
public final class Shop {

    private Shop() {}

    public static void sell(Socket socket) throws Exception {
        SessionOptions options =
                SessionOptions.defaults().remote("Buyer", StreamTransport.over(socket, new LineCodec()));
        SaleSession.<RuntimeException>run(options, Shop::serve);
    }

    private static void serve(SaleSeller.Ask ask) {
        while (ask != null) {
            ask = ask.receive().match(asked -> asked.price(String.valueOf(asked.title().length())), buy -> null);
        }
    }
}
