import dev.parley.annotation.Choice;
import dev.parley.annotation.Edge;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import java.util.function.IntSupplier;

public interface Oddities {
    interface Stranger {}

    class Class {
        @Protocol
        @Edge(from = A.class, to = B.class, whenFull = Edge.WhenFull.RESIZE, capacity = 2, maxCapacity = 1 << 4)
        @Edge(from = B.class, to = A.class, mode = Edge.Mode.LATEST_VALUE)
        public interface References {
            @Role
            interface A {}

            Looped loop();

            @Choice(at = Stranger.class)
            interface Looped {
                @Message(from = A.class, to = Stranger.class)
                Looped one(String... values);

                @Message(from = int.class, to = {String[].class, References.class, Looped.class})
                References two();

                @Message(from = int[][].class, to = {})
                End three();
            }

            interface Aaa {
                interface Deeper {
                    @Message(from = A.class, to = B.class)
                    Aaa sameName();

                    @Role
                    interface Misplaced {}
                }

                Deeper deeper();
            }

            @Role
            interface B {}
        }
    }

    @Protocol
    interface Members {
        @Role
        interface A {}

        @Role
        interface B {}

        IntSupplier LAMBDA = () -> 1;

        @Message(from = A.class, to = B.class)
        default void withBody() {
            IntSupplier supplier = () -> 2;
            supplier.getAsInt();
        }

        @Message(from = A.class, to = B.class)
        <T, S extends CharSequence> void generic(T any, S text, java.util.List<T> list) throws java.io.IOException;

        static void helper() {}

        @Choice(at = A.class)
        interface Block<T> {
            @Message(from = A.class, to = B.class)
            Block<T> on(T any);

            Block<String> withParameters(int a, String... b);
        }

        enum Kind {
            ONE {
                @Override
                public String toString() {
                    return "";
                }
            }
        }

        @interface Note {}
    }
}
