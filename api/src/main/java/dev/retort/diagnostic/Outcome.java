// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value together with everything found while making it.
 *
 * @param value    the value; null only if at least one finding is an error
 * @param findings what was found, sorted
 * @param <T>      the type of the value
 */
public record Outcome<T>(@Nullable T value, List<Finding> findings) {

    public Outcome {
        findings = findings.stream().sorted().toList();
        if (value == null && findings.stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException("an outcome without a value must carry an error");
        }
    }

    /**
     * A value without findings.
     *
     * @param value the value
     * @param <T>   its type
     * @return the outcome
     */
    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(value, List.of());
    }

    /**
     * No value, and why.
     *
     * @param findings at least one error
     * @param <T>      the type of the missing value
     * @return the outcome
     */
    public static <T> Outcome<T> failed(List<Finding> findings) {
        return new Outcome<>(null, findings);
    }

    /** {@return whether some finding is an error} */
    public boolean hasErrors() {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /**
     * The value, if nothing was wrong.
     *
     * @return the value
     * @throws RetortException with all findings, if one of them is an error
     */
    public T orThrow() {
        if (value == null || hasErrors()) {
            throw new RetortException(findings);
        }
        return value;
    }
}
