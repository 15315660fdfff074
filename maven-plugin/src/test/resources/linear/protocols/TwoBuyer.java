package demo;

import dev.parley.annotation.*;

@Protocol
public interface TwoBuyer {
    @Role interface Buyer {}
    @Role interface Friend {}
    @Role interface Seller {}

    @Message(from = Buyer.class, to = Seller.class) void title(String title);
    @Message(from = Seller.class, to = {Buyer.class, Friend.class}) void quote(int euros);
    @Message(from = Buyer.class, to = Friend.class) void share(int euros);
    Decision decide();

    @Choice(at = Friend.class)
    interface Decision {
        @Message(from = Friend.class, to = {Buyer.class, Seller.class}) Delivery accept(String address);
        @Message(from = Friend.class, to = {Buyer.class, Seller.class}) void reject();
    }

    interface Delivery {
        @Message(from = Seller.class, to = Friend.class) void ship(String date);
    }
}
