// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a command cannot go on because of something that its user can put right. It carries every finding known
 * at that point, sorted; the command line prints those and never the stack trace.
 */
public final class RetortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // findings are records of strings and enums, whatever list holds them
    private final List<Finding> findings;

    /**
     * @param findings at least one
     */
    public RetortException(List<Finding> findings) {
        this(findings, null);
    }

    /**
     * @param finding the only one
     */
    public RetortException(Finding finding) {
        this(List.of(finding), null);
    }

    /**
     * @param findings at least one
     * @param cause    what was caught, or null
     */
    public RetortException(List<Finding> findings, @Nullable Throwable cause) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())), cause);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("findings must not be empty");
        }
        this.findings = findings.stream().sorted().toList();
    }

    /** {@return all findings, sorted, at least one} */
    public List<Finding> findings() {
        return findings;
    }

    /** {@return the exit status of the first error, or of the first finding if none is an error} */
    public ExitStatus exitStatus() {
        return findings.stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .findFirst()
                .orElse(findings.get(0))
                .code()
                .exitStatus();
    }
}
