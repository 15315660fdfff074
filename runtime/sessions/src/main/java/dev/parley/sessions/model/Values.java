package dev.parley.sessions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists of values that have a name each. */
final class Values {

    private Values() {}

    /** Returns a list with a value in the place of the one of its name, or at its end if there is none. */
    static <T> List<T> with(List<T> values, T value, Function<T, String> name) {
        List<T> changed = new ArrayList<>(values);
        for (int i = 0; i < changed.size(); i++) {
            if (name.apply(changed.get(i)).equals(name.apply(value))) {
                changed.set(i, value);
                return changed;
            }
        }
        changed.add(value);
        return changed;
    }
}
