// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.Finding;
import java.util.List;
import java.util.Map;

/**
 * What became of a source file.
 *
 * @param classes  class files by binary name; empty if it did not compile
 * @param findings the compiler's errors
 */
record Compiled(Map<String, byte[]> classes, List<Finding> findings) {

    Compiled {
        classes = Map.copyOf(classes);
        findings = List.copyOf(findings);
    }

    boolean failed() {
        return !findings.isEmpty();
    }
}
