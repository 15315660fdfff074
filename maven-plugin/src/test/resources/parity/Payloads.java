package shop;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

@Target(ElementType.TYPE_USE)
@interface Trusted {}

class Dollar$Sign {
    static class In$ner {}
}

class Generic<T> {
    class Inner {}

    class InnerToo<U> {}

    static class Nested<U> {}
}

interface Visible {
    record Money(int euros) {}

    enum Currency {
        EURO
    }
}

class Outer {
    protected static class Protected {
        public static class Deep {}
    }

    private static class Hidden {}

    class Inner {}

    @Protocol
    @Edge(from = Payloads.Ann.class, to = Payloads.Bob.class, capacity = 8, mode = Edge.Mode.FIFO)
    interface Payloads {
        @Role
        interface Bob {}

        @Role
        interface Ann {}

        int CONSTANT = 1;
        String LABEL = "lab" + "el";

        @Message(from = Ann.class, to = Bob.class)
        void primitives(boolean a, byte b, short c, char d, int e, long f, float g, double h);

        @Message(from = Ann.class, to = {Bob.class})
        void arrays(int[] a, String[][] b, List<String>[] c, int[]... d);

        @Message(from = Ann.class, to = Bob.class)
        void generics(
                Map<String, List<? extends Number>> a,
                Map.Entry<? super Integer, ?> b,
                Function<int[], ? extends Map<String, byte[][]>[]> c,
                List<List<List<String>>> d);

        @SuppressWarnings("rawtypes")
        @Message(from = Ann.class, to = Bob.class)
        void raw(List a, Map.Entry b, List<Map> c, Generic d, Generic.Nested e);

        @Message(from = Ann.class, to = Bob.class)
        void nested(Visible.Money a, Visible.Currency b, Generic.Nested<String> c, Protected.Deep d, Protected e, Inner f);

        @Message(from = Ann.class, to = Bob.class)
        void dollars(Dollar$Sign a, Dollar$Sign.In$ner b, List<Dollar$Sign.In$ner[]> c);

        @Message(from = Ann.class, to = Bob.class)
        void typeAnnotations(@Trusted String a, List<@Trusted String> b, @Trusted int @Trusted [] c, Map.@Trusted Entry<String, ?> d);

        @Message(from = Ann.class, to = Bob.class)
        void unusable(Generic<String>.Inner a, List<Generic<String>.InnerToo<Integer>> b, Hidden c, Map<String, Hidden[]> d);

        @Message(from = Ann.class, to = Bob.class)
        void elsewhere(java.util.concurrent.ConcurrentMap<String, Thread.State> a, Thread.UncaughtExceptionHandler b);

        @Message(from = Ann.class, to = Bob.class, label = LABEL)
        void constantLabel();

        @Message(from = Ann.class, to = Bob.class, label = "")
        Payloads again();
    }
}
