// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which files are compiled together. A command that needs one migration should not wait for a thousand, and one
 * that needs them all should not start the compiler a thousand times: each time a file is asked for, twice as many as
 * before are compiled along with it.
 */
final class Batches {

    private final MemoryCompiler compiler;
    private final List<JavaSource> waiting = new ArrayList<>();
    private final Map<JavaSource, Compiled> done = new HashMap<>();
    private int size = 1;

    Batches(MemoryCompiler compiler) {
        this.compiler = compiler;
    }

    synchronized void add(JavaSource source) {
        waiting.add(source);
    }

    synchronized Compiled get(JavaSource source) {
        Compiled found = done.get(source);
        if (found != null) {
            return found;
        }
        List<JavaSource> batch = batch(source);
        waiting.removeAll(batch);
        done.putAll(compiler.compile(batch));
        size *= 2;
        return done.get(source);
    }

    /** The file and those that were added after it, no two of the same file name: they would be the same class. */
    private List<JavaSource> batch(JavaSource first) {
        List<JavaSource> batch = new ArrayList<>(List.of(first));
        Set<String> names = new HashSet<>(Set.of(first.fileName()));
        for (JavaSource next : waiting.subList(Math.max(0, waiting.indexOf(first)), waiting.size())) {
            if (batch.size() >= size) {
                break;
            }
            if (names.add(next.fileName())) {
                batch.add(next);
            }
        }
        return batch;
    }
}
