// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import static dev.retort.diagnostic.ExitStatus.DATABASE;
import static dev.retort.diagnostic.ExitStatus.FAILED;
import static dev.retort.diagnostic.ExitStatus.FINDINGS;
import static dev.retort.diagnostic.ExitStatus.LOCKED;
import static dev.retort.diagnostic.ExitStatus.REVISION;
import static dev.retort.diagnostic.ExitStatus.USAGE;

/**
 * Retort's own finding codes. Ranges: 1000 project and command line, 2000 migration files, 3000 revision graph and
 * symbols, 4000 operations, replay and planning, 5000 dialects, 6000 database, 7000 running, 8000 lint.
 */
public enum ErrorCode implements FindingCode {
    /** The command line is not understood. */
    USAGE_ERROR(1001, USAGE),
    /** No project file was found. */
    NO_PROJECT(1002, USAGE),
    /** The project file has a mistake. */
    PROJECT_FILE(1003, USAGE),
    /** No database URL was given. */
    NO_URL(1004, USAGE),
    /** The database URL cannot be read. */
    BAD_URL(1005, USAGE),
    /** A placeholder names a variable that is not set. */
    UNSET_VARIABLE(1006, USAGE),
    /** A file or folder is missing, not readable or not writable. */
    FILE_ACCESS(1007, USAGE),
    /** A target file exists already. */
    FILE_EXISTS(1008, USAGE),
    /** A hook that runs after a file is written failed. */
    HOOK_FAILED(1009, FINDINGS),
    /** No editor could be started. */
    NO_EDITOR(1010, USAGE),
    /** A template is missing or broken. */
    TEMPLATE(1011, USAGE),

    /** A file is no well-formed YAML. */
    YAML_SYNTAX(2001, USAGE),
    /** A key is unknown where it stands. */
    UNKNOWN_KEY(2002, USAGE),
    /** A required key is missing. */
    MISSING_KEY(2003, USAGE),
    /** A value has the wrong form. */
    BAD_VALUE(2004, USAGE),
    /** A key stands twice in one mapping. */
    DUPLICATE_KEY(2005, USAGE),
    /** No operation has this name. */
    UNKNOWN_OPERATION(2006, USAGE),
    /** A type is not understood. */
    UNKNOWN_TYPE(2007, USAGE),
    /** A YAML tag, too many aliases, or another construct that is not allowed. */
    YAML_FORBIDDEN(2008, USAGE),
    /** A Java migration does not compile. */
    JAVA_COMPILE(2101, USAGE),
    /** A Java migration's class has the wrong form. */
    JAVA_CLASS(2102, USAGE),
    /** A Java migration failed while it recorded its operations. */
    JAVA_RECORDING(2103, USAGE),
    /** No Java compiler is available. */
    NO_COMPILER(2104, USAGE),
    /** A text that no format can read. */
    UNKNOWN_FORMAT(2105, USAGE),

    /** No revision has this name. */
    REVISION_NOT_FOUND(3001, REVISION),
    /** Several revisions fit a shortened name. */
    REVISION_AMBIGUOUS(3002, REVISION),
    /** A label names no branch. */
    NO_SUCH_BRANCH(3003, REVISION),
    /** A revision is not on the named branch. */
    NOT_IN_BRANCH(3004, REVISION),
    /** One head was asked for, and there are several. */
    MULTIPLE_HEADS(3005, REVISION),
    /** A walk of N steps meets a fork or a merge. */
    AMBIGUOUS_WALK(3006, REVISION),
    /** A relative step with several places to start from. */
    AMBIGUOUS_START(3007, REVISION),
    /** A relative step leads past the end, or in the wrong direction. */
    RELATIVE_INVALID(3008, REVISION),
    /** The end of a range is not below its start. */
    RANGE_NOT_ANCESTOR(3009, REVISION),
    /** A downgrade target lies on another branch than the one named. */
    INVALID_DOWNGRADE_TARGET(3010, REVISION),
    /** A requested revision is an ancestor of another requested one. */
    OVERLAP(3011, REVISION),
    /** A symbol has no meaning in revision grammar. */
    SYMBOL_SYNTAX(3012, REVISION),
    /** A revision names itself as its parent. */
    SELF_LOOP(3101, USAGE),
    /** A revision depends on itself. */
    DEPENDENCY_SELF_LOOP(3102, USAGE),
    /** Revisions revise one another in a circle. */
    CYCLE(3103, USAGE),
    /** Revisions depend on one another in a circle. */
    DEPENDENCY_CYCLE(3104, USAGE),
    /** A revision names a parent or dependency that does not exist. */
    MISSING_REVISION(3105, USAGE),
    /** Two files carry the same revision id. */
    DUPLICATE_REVISION(3106, USAGE),
    /** A label is used twice, or equals a revision id. */
    DUPLICATE_LABEL(3107, USAGE),
    /** A revision id cannot be used. */
    ILLEGAL_ID(3108, USAGE),
    /** The database has a version row for which there is no file. */
    UNKNOWN_ROW(3201, REVISION),
    /** The database has not all revisions that it should have. */
    NOT_UP_TO_DATE(3202, FINDINGS),
    /** The parent of a new revision is no head. */
    NOT_A_HEAD(3203, REVISION),
    /** A revision lies below an applied one but never ran. */
    NEVER_RAN(3204, FINDINGS),

    /** An operation names something that does not exist at its revision. */
    NO_SUCH_OBJECT(4001, USAGE),
    /** An operation creates something that exists already. */
    OBJECT_EXISTS(4002, USAGE),
    /** An operation contradicts the schema in another way. */
    INVALID_OPERATION(4003, USAGE),
    /** The inverse of an operation cannot be computed. */
    IRREVERSIBLE(4004, USAGE),
    /** The schema is not known here because of an opaque statement before. */
    UNKNOWN_SCHEMA(4005, USAGE),
    /** An inverse restores the schema but not the rows. */
    ROWS_NOT_RESTORED(4006, FINDINGS),
    /** Something cannot be rendered without a connection. */
    NOT_OFFLINE(4007, USAGE),
    /** A text has no form for this dialect. */
    NO_VARIANT(4008, USAGE),
    /** A portable text cannot be parsed or rendered. */
    PORTABLE_SQL(4009, USAGE),
    /** The database differs from what the migrations say. */
    DRIFT(4010, FINDINGS),

    /** No dialect takes this URL, or has this name. */
    UNKNOWN_DIALECT(5001, USAGE),
    /** A dialect on the class path cannot be used. */
    BROKEN_DIALECT(5002, USAGE),
    /** The dialect cannot do what an operation asks. */
    UNSUPPORTED(5003, USAGE),
    /** An option is unknown to its dialect, or has a bad value. */
    BAD_OPTION(5004, USAGE),

    /** The server cannot be reached. */
    UNREACHABLE(6001, DATABASE),
    /** User or password refused. */
    ACCESS_DENIED(6002, DATABASE),
    /** The database does not exist. */
    NO_DATABASE(6003, DATABASE),
    /** The file is no database. */
    NOT_A_DATABASE(6004, DATABASE),
    /** The database cannot be written. */
    READ_ONLY(6005, DATABASE),
    /** The database's version is too old. */
    TOO_OLD(6006, DATABASE),
    /** The database refused a statement of Retort's own bookkeeping. */
    DATABASE_REFUSED(6007, DATABASE),
    /** The version table is not what was expected. */
    VERSION_TABLE(6008, DATABASE),
    /** Somebody else holds the database for longer than the timeout. */
    LOCK_TIMEOUT(6101, LOCKED),
    /** The session that held the lock against other runners ended during a run. */
    LOCK_LOST(6102, FAILED),

    /** A statement of a migration failed. */
    STATEMENT_FAILED(7001, FAILED),
    /** A check that guards rows failed, and everything was rolled back. */
    ASSERTION_FAILED(7002, FAILED),
    /** The version rows changed while the command ran. */
    ROW_MISMATCH(7003, FAILED),
    /** Java code of a migration failed. */
    CODE_FAILED(7004, FAILED),
    /** The run was interrupted. */
    INTERRUPTED(7005, FAILED),

    /** A mistake in Retort itself. */
    INTERNAL(9001, FAILED);

    private final int number;
    private final ExitStatus exitStatus;

    ErrorCode(int number, ExitStatus exitStatus) {
        this.number = number;
        this.exitStatus = exitStatus;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public ExitStatus exitStatus() {
        return exitStatus;
    }
}
