package demo;

class GenericHelperForgets {
    static void play(CalculatorSession session) {
        hashed(session.client()); // [state-dropped]
    }

    private static <T> int hashed(T value) {
        return value.hashCode();
    }
}
