package dev.parley.samples.managed.plain;

import dev.parley.sessions.conversation.Conversation;

/**
 * What is done for an order in a day: each role goes as far as it gets, and is left in its state for another day.
 *
 * @param order the order
 * @param what what is ordered
 */
record OrderDay(Conversation<OrderSession> order, String what) {

    /** Has both do what they can do; returns what was done. */
    String goOn() {
        return order.act(session -> customer(session.resumeCustomer()) + ", " + shop(session.resumeShop()));
    }

    private String customer(OrderCustomer.Resumed customer) {
        return customer.match(
                this::order,
                stock -> stock.receive().match(this::pay, soldOut -> "no " + what),
                this::pay,
                soldOut -> "no " + what,
                parcel -> parcel.receive().what() + " received",
                parcel -> parcel.what() + " received before");
    }

    private String order(OrderCustomer.Start start) {
        order.leave(start.order(what));
        return what + " ordered";
    }

    private String pay(OrderCustomer.Price price) {
        int euros = price.euros();
        order.leave(price.pay(euros));
        return euros + " euros paid";
    }

    private String shop(OrderShop.Resumed shop) {
        return shop.match(
                start -> offer(start.receive()),
                this::offer,
                payment -> send(payment.receive()),
                this::send,
                ended -> "done");
    }

    private String offer(OrderShop.Order ordered) {
        if (ordered.what().equals("gold")) {
            ordered.soldOut();
            return "sold out";
        }
        order.leave(ordered.price(4));
        return "for 4 euros";
    }

    private String send(OrderShop.Pay pay) {
        pay.parcel(what);
        return what + " sent";
    }
}
