// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values that stay the objects they are where nothing in them changes: most of what is read is in canonical form already. */
final class Kept {

    private Kept() {}

    /** The changed values; the list itself where each of them stays the object it is. */
    static <T> List<T> each(List<T> values, UnaryOperator<T> change) {
        List<T> changed = null;
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            T after = change.apply(value);
            if (after != value && changed == null) {
                changed = new ArrayList<>(values);
            }
            if (changed != null) {
                changed.set(i, after);
            }
        }
        return changed == null ? values : changed;
    }

    /** The value before where the one after it is equal to it, else the one after. */
    static <T> T equal(T before, T after) {
        return after.equals(before) ? before : after;
    }
}
