// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

/** What a Retort process tells its caller. The numbers are part of the product and never change. */
public enum ExitStatus {
    /** Done. */
    DONE(0),
    /** Findings, or differences that were asked about. */
    FINDINGS(1),
    /** The command line or the project file is wrong. */
    USAGE(2),
    /** A revision cannot be located, or its name is ambiguous. */
    REVISION(3),
    /** The database cannot be reached, or refused to be worked with. */
    DATABASE(4),
    /** Failed while running; the state is recorded and the same command resumes. */
    FAILED(5),
    /** The lock was not obtained in time. */
    LOCKED(6);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** {@return the process exit code, 0 to 6} */
    public int code() {
        return code;
    }
}
