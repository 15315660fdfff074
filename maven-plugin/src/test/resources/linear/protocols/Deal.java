package demo;

import dev.parley.annotation.*;

@Protocol
public interface Deal {
    @Role interface Buyer {}
    @Role interface Seller {}

    Offer start();

    interface Offer {
        @Message(from = Buyer.class, to = Seller.class) Answer offer(int euros);
    }

    @Choice(at = Seller.class)
    interface Answer {
        @Message(from = Seller.class, to = Buyer.class) Payment accept();
        @Message(from = Seller.class, to = Buyer.class) Offer counter(int euros);
        @Message(from = Seller.class, to = Buyer.class) Leave refuse(String reason);
    }

    interface Payment {
        @Message(from = Buyer.class, to = Seller.class) End pay(int euros);
    }

    interface Leave {
        @Message(from = Buyer.class, to = Seller.class) End leave();
    }
}
