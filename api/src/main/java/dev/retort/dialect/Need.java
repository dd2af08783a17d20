// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Severity;
import java.util.Set;

/**
 * Something that an operation needs of a database.
 *
 * @param capability what the database must be able to do
 * @param subject    which part of the operation needs it, in words, such as {@code the comment on column users.id}
 */
public record Need(Capability capability, String subject) {

    /** What can be left out without changing what the schema accepts. */
    private static final Set<Capability> OMISSIBLE = Set.of(Capability.COMMENTS, Capability.NAMED_CHECKS);

    /**
     * The finding for a database that cannot do it: a warning for what is then left out, an error otherwise.
     *
     * @param dialect the dialect that cannot
     * @param placed  the operation
     * @return the finding, at the operation's place
     */
    public Finding finding(Dialect dialect, PlacedOperation placed) {
        boolean omissible = OMISSIBLE.contains(capability);
        String message = subject + (omissible ? " is left out: " : " cannot be done: ")
                + "it needs a database where " + capability.sentence() + ", which " + dialect.version()
                + " does not offer.";
        return new Finding(
                ErrorCode.UNSUPPORTED,
                omissible ? Severity.WARNING : Severity.ERROR,
                placed.operation().keyword(),
                placed.location(),
                Character.toUpperCase(message.charAt(0)) + message.substring(1),
                omissible
                        ? null
                        : "Leave it out, or give the step a condition (when) with the dialects that it is for.");
    }
}
