// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A list of distinct ints that knows quickly what is in it, and loses its first ones as cheaply as its last. */
final class OpenList {

    /** Not a BitSet: that one looks for its new length whenever its last bit goes, which here is all the time. */
    private final boolean[] members;

    private int[] values = new int[16];
    private int start;
    private int size;

    /** @param bound the values are below it */
    OpenList(int bound) {
        this.members = new boolean[bound];
    }

    void add(int value) {
        if (start + size == values.length) {
            values = Arrays.copyOfRange(values, start, start + 2 * size + 16);
            start = 0;
        }
        values[start + size++] = value;
        members[value] = true;
    }

    void set(int place, int value) {
        members[at(place)] = false;
        values[start + place] = value;
        members[value] = true;
    }

    void remove(int place) {
        members[at(place)] = false;
        size--;
        if (place < size - place) {
            System.arraycopy(values, start, values, start + 1, place);
            start++;
        } else {
            System.arraycopy(values, start + place + 1, values, start + place, size - place);
        }
    }

    int at(int place) {
        return values[start + place];
    }

    int size() {
        return size;
    }

    boolean contains(int value) {
        return members[value];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The place of the first value that fits. */
    int first(IntPredicate condition) {
        for (int place = 0; place < size; place++) {
            if (condition.test(at(place))) {
                return place;
            }
        }
        throw new IllegalStateException("an open revision must fit");
    }
}
