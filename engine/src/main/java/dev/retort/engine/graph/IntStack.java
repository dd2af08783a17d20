// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.Arrays;

/** A growing stack of ints: what stands in for recursion over the depth of a graph. */
final class IntStack {

    private int[] values = new int[16];
    private int size;

    void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int pop() {
        return values[--size];
    }

    int peek() {
        return values[size - 1];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }
}
