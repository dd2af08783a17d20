// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The types that a written file mentions by their simple names. */
final class Imports {

    private final SortedSet<String> names = new TreeSet<>();

    /** Names a type in the text. */
    String use(Class<?> type) {
        names.add(type.getCanonicalName());
        return type.getSimpleName();
    }

    Set<String> simpleNames() {
        return names.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    String statements() {
        return names.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
    }
}
