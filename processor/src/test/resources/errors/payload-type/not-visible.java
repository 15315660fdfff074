import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.util.List;
import java.util.Map;

class Outer {
    private static class Secret {
        static class Public {}
    }

    class Box<T> {
        class Lid {}
    }

    @Protocol
    interface Shop {
        @Role interface Buyer {}
        @Role interface Seller {}

        @Message(from = Buyer.class, to = Seller.class) void a(int fine, Secret secret);
//                                                                              ^ error: [payload-type] secret is of type Outer.Secret, and Secret is private
// | hint: payload types are named by the generated code in the protocol's package; use one it can see
        @Message(from = Buyer.class, to = Seller.class) void b(List<? extends Secret[]> deep, Secret.Public inside);
//                                                                                      ^ error: [payload-type] deep is of type Outer.Secret, and Secret is private
// | hint: payload types are named by the generated code in the protocol's package; use one it can see
//                                                                                                          ^ error: [payload-type] inside is of type Outer.Secret.Public, and Secret is private
// | hint: payload types are named by the generated code in the protocol's package; use one it can see
        @Message(from = Buyer.class, to = Seller.class) void c(Map<Secret, Secret> twice, Box<String>.Lid inner, Box<String> box);
//                                                                                 ^ error: [payload-type] twice is of type Outer.Secret, and Secret is private
// | hint: payload types are named by the generated code in the protocol's package; use one it can see
//                                                                                                        ^ error: [payload-type] inner is of an inner class of the parameterized type Outer.Box<java.lang.String>
// | hint: payload types are named by the generated code in the protocol's package; use one it can see
    }
}
