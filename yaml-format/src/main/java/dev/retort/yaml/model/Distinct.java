// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.model;

import java.util.Map;

/** Refuses a second object of one name. */
final class Distinct {

    private Distinct() {}

    static <K> void check(String kind, K name, Map<K, ?> known) {
        if (known.containsKey(name)) {
            throw new IllegalArgumentException("the model must not have " + kind + " '" + name + "' twice");
        }
    }
}
