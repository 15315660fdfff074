package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How protocols run that include others. */
class IncludeTest {

    private static final String PAYMENT = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Payment {
                @Role interface Payer {}
                @Role interface Payee {}

                @Message(from = Payee.class, to = Payer.class) void bill(long cents);
                Settle settle();

                @Choice(at = Payer.class)
                interface Settle {
                    @Message(from = Payer.class, to = Payee.class) Settle pay(long cents);
                    @Message(from = Payer.class, to = Payee.class) End done();
                }
            }
            """;

    private static final String SHOP = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Shop {
                @Role interface Buyer {}
                @Role interface Seller {}
                @Role interface Courier {}

                @Message(from = Buyer.class, to = Seller.class) void order(String what);
                @Include(
                        value = Payment.class,
                        roles = {
                            @Bind(role = Payment.Payer.class, to = Buyer.class),
                            @Bind(role = Payment.Payee.class, to = Seller.class)
                        })
                Tip pay();

                interface Tip {
                    @Message(from = Seller.class, to = Courier.class) void ship(String what);
                    @Include(
                            value = Payment.class,
                            roles = {
                                @Bind(role = Payment.Payer.class, to = Seller.class),
                                @Bind(role = Payment.Payee.class, to = Courier.class)
                            })
                    void tip();
                }
            }
            """;

    private static final String RELAY = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Relay {
                @Role interface From {}
                @Role interface To {}

                Pass pass();

                @Choice(at = From.class)
                interface Pass {
                    @Message(from = From.class, to = To.class) Back ball(int turn);
                    @Message(from = From.class, to = To.class) End out();
                }
                interface Back {
                    @Include(
                            value = Relay.class,
                            roles = {@Bind(role = Relay.From.class, to = To.class), @Bind(role = Relay.To.class, to = From.class)})
                    void back();
                }
            }
            """;

    @Test
    void rolesOfTheIncludedProtocolArePlayedByOnesOwn() throws Throwable {
        Object heard = Generated.playAll("""
                List<String> heard = new CopyOnWriteArrayList<>();
                ShopSession.run(
                        buyer -> {
                            var bill = buyer.order("tea").receive();
                            bill.pay(bill.cents() - 1).pay(1).done();
                        },
                        courier -> {
                            ShopCourier.Settle settle = courier.receive().bill(5);
                            while (settle != null) {
                                settle = settle.receive().match(
                                        pay -> {
                                            heard.add("tip " + pay.cents());
                                            return pay;
                                        },
                                        done -> null);
                            }
                        },
                        seller -> {
                            var order = seller.receive();
                            String what = order.what();
                            ShopSeller.Settle settle = order.bill(100);
                            while (settle != null) {
                                settle = settle.receive().match(
                                        pay -> {
                                            heard.add("paid " + pay.cents());
                                            return pay;
                                        },
                                        done -> {
                                            done.ship(what).receive().pay(5).done();
                                            return null;
                                        });
                            }
                        });
                return heard;
                """, PAYMENT, SHOP);

        assertThat(heard).isEqualTo(List.of("paid 99", "paid 1", "tip 5"));
    }

    @Test
    void statesAreNamedAfterTheIncludedBlocks() {
        Generated generated = Generated.from(PAYMENT, SHOP);

        assertThat(generated.source("ShopBuyer")).contains("class Payment ", "class Settle ");
        assertThat(generated.source("ShopCourier")).contains("class Payment ", "class Settle ");
    }

    @Test
    void aProtocolMayIncludeItselfWithItsRolesExchanged() throws Throwable {
        Object turns = Generated.playAll("""
                List<Integer> turns = new CopyOnWriteArrayList<>();
                RelaySession.run(
                        from -> from.ball(1).receive().match(
                                ball -> {
                                    turns.add(ball.turn());
                                    ball.out();
                                    return null;
                                },
                                out -> null),
                        to -> to.receive().match(
                                ball -> {
                                    turns.add(ball.turn());
                                    return ball.ball(2).receive().match(again -> false, out -> true);
                                },
                                out -> false));
                return turns;
                """, RELAY);

        assertThat(turns).isEqualTo(List.of(1, 2));
    }
}
