// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.node;

/** How much YAML is read before it is refused: far more than a person writes, far less than would exhaust memory. */
public final class Limits {

    /** Longest file, in characters. */
    public static final int CHARACTERS = 32 * 1024 * 1024;

    /** Deepest nesting of lists and mappings. */
    public static final int DEPTH = 60;

    /** Most nodes that all aliases of a file together may repeat. */
    public static final int ALIASED_NODES = 10_000;

    private Limits() {}
}
