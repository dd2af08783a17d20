// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person should know about a file, a revision, an operation or a database.
 *
 * @param code     which kind of finding it is
 * @param severity how much it matters
 * @param subject  what it is about, in the user's words (a revision, an operation, a key); may be empty
 * @param location where it is, or null if it has no place in a file
 * @param message  what was found and what was expected; one or more full sentences, never a password
 * @param hint     what to do about it, or null
 */
public record Finding(
        FindingCode code,
        Severity severity,
        String subject,
        @Nullable SourceLocation location,
        String message,
        @Nullable String hint)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::location, Comparator.nullsFirst(Comparator.<SourceLocation>naturalOrder()))
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparingInt(f -> f.code().number())
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    public Finding {
        if (message.isBlank()) {
            throw new IllegalArgumentException("message must not be blank");
        }
    }

    /**
     * An error without a place.
     *
     * @param code    which kind
     * @param message what was found
     * @return the finding
     */
    public static Finding error(FindingCode code, String message) {
        return new Finding(code, Severity.ERROR, "", null, message, null);
    }

    /**
     * A warning without a place.
     *
     * @param code    which kind
     * @param message what was found
     * @return the finding
     */
    public static Finding warning(FindingCode code, String message) {
        return new Finding(code, Severity.WARNING, "", null, message, null);
    }

    /**
     * A note without a place.
     *
     * @param code    which kind
     * @param message what was found
     * @return the finding
     */
    public static Finding note(FindingCode code, String message) {
        return new Finding(code, Severity.NOTE, "", null, message, null);
    }

    /**
     * The same finding at a place.
     *
     * @param where the place, or null for none
     * @return a copy
     */
    public Finding at(@Nullable SourceLocation where) {
        return new Finding(code, severity, subject, where, message, hint);
    }

    /**
     * The same finding with advice.
     *
     * @param advice what to do, or null
     * @return a copy
     */
    public Finding withHint(@Nullable String advice) {
        return new Finding(code, severity, subject, location, message, advice);
    }

    /**
     * The same finding about a subject.
     *
     * @param about the subject
     * @return a copy
     */
    public Finding about(String about) {
        return new Finding(code, severity, about, location, message, hint);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@return {@code location: message}, without severity, code and hint} */
    @Override
    public String toString() {
        return location == null ? message : location + ": " + message;
    }
}
