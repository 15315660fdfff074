package dev.parley.testing;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** Prices, of which some may be lost, until the market closes. */
@Protocol
@Edge(from = Ticker.Market.class, to = Ticker.Screen.class, capacity = 4, whenFull = Edge.WhenFull.DROP)
public interface Ticker {

    /** Has prices. */
    @Role
    interface Market {}

    /** Hears when it is over. */
    @Role
    interface Owner {}

    /** Shows them. */
    @Role
    interface Screen {}

    /** The prices. */
    Prices prices();

    /** One price more, or none. */
    @Choice(at = Market.class)
    interface Prices {

        /** A price. */
        @Message(from = Market.class, to = Screen.class)
        Prices price(int cents);

        /** The market closes. */
        @Message(from = Market.class, to = Owner.class)
        End closed();
    }
}
