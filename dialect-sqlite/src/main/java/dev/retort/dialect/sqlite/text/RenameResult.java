// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;

/**
 * What a {@link ReferenceRenamer} made of a text.
 *
 * @param text the new text; the doubtful places stand in it as before
 * @param outputRenamed whether the text makes a view of which a column changes its name too
 * @param doubts the places that a person must look at, in order
 */
public record RenameResult(String text, boolean outputRenamed, List<Doubt> doubts) {

    /** Copies the doubts. */
    public RenameResult {
        doubts = List.copyOf(doubts);
    }

    /** Whether every place was certain. */
    public boolean isCertain() {
        return doubts.isEmpty();
    }

    /**
     * A place where the text does not tell whether it means what is renamed.
     *
     * @param place the name in the text as it was
     * @param reason why it is in doubt
     */
    public record Doubt(Fragment place, String reason) {}
}
