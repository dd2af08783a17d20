// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

/**
 * What became of the cases of one row of the report on one server version.
 *
 * @param compared cases that were carried out and compared
 * @param failed   cases that went wrong
 * @param refused  cases that were refused when the plan was made, as they had to be
 * @param skipped  cases that could not be tried
 */
public record Counts(int compared, int failed, int refused, int skipped) {

    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);
    /** One case that was compared. */
    public static final Counts COMPARED = new Counts(1, 0, 0, 0);
    /** One case that went wrong. */
    public static final Counts FAILED = new Counts(0, 1, 0, 0);
    /** One case that was refused. */
    public static final Counts REFUSED = new Counts(0, 0, 1, 0);
    /** One case that could not be tried. */
    public static final Counts SKIPPED = new Counts(0, 0, 0, 1);

    /**
     * @param other more of the same row
     * @return the sums
     */
    public Counts plus(Counts other) {
        return new Counts(
                compared + other.compared, failed + other.failed, refused + other.refused, skipped + other.skipped);
    }
}
