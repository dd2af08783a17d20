// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** A list of distinct ints that also knows quickly what is in it. */
final class OpenList {

    private final BitSet members = new BitSet();
    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        members.set(value);
    }

    void set(int place, int value) {
        members.clear(values[place]);
        values[place] = value;
        members.set(value);
    }

    void remove(int place) {
        members.clear(values[place]);
        size--;
        System.arraycopy(values, place + 1, values, place, size - place);
    }

    int at(int place) {
        return values[place];
    }

    boolean contains(int value) {
        return members.get(value);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The place of the first value that fits. */
    int first(IntPredicate condition) {
        for (int place = 0; place < size; place++) {
            if (condition.test(values[place])) {
                return place;
            }
        }
        throw new IllegalStateException("an open revision must fit");
    }
}
