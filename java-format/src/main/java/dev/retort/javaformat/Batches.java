// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which files are compiled together. A command that needs one migration should not wait for a thousand, and one
 * that needs them all should not start the compiler a thousand times: each time a file is asked for, twice as many as
 * before are compiled along with it.
 */
final class Batches {

    private final Supplier<Optional<MemoryCompiler>> found;
    private @Nullable Optional<MemoryCompiler> compiler;
    private final List<JavaSource> waiting = new ArrayList<>();
    private final Map<JavaSource, Compiled> done = new HashMap<>();
    private int size = 1;

    /** {@code found} is asked for the compiler when one is needed, and gives none where there is none. */
    Batches(Supplier<Optional<MemoryCompiler>> found) {
        this.found = found;
    }

    synchronized void add(JavaSource source) {
        waiting.add(source);
    }

    /** What became of a file; empty if there is no compiler. */
    synchronized Optional<Compiled> get(JavaSource source) {
        if (compiler == null) {
            compiler = found.get();
        }
        if (compiler.isPresent() && !done.containsKey(source)) {
            List<JavaSource> batch = batch(source);
            waiting.removeAll(batch);
            done.putAll(compiler.get().compile(batch));
            size *= 2;
        }
        return Optional.ofNullable(done.get(source));
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
