// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.project.DatabaseUrl;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what SQLite's result codes mean.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">Result and error codes</a>
 */
final class SqliteErrors implements ErrorTranslator {

    /** SQLITE_CANTOPEN, which the provider itself uses for a missing folder. */
    static final int CANTOPEN = 14;

    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOTADB = 26;
    private static final Pattern WRAPPED = Pattern.compile("^\\[SQLITE_\\w+]\\s+[^(]*\\((.*)\\)\\s*$", Pattern.DOTALL);

    @Override
    public Optional<Finding> translate(SQLException exception, @Nullable DatabaseUrl url) {
        String database = url == null ? "The database" : "The database " + url;
        String detail = message(exception);
        return switch (exception.getErrorCode() & 0xff) {
            case BUSY, LOCKED ->
                found(
                        ErrorCode.LOCK_TIMEOUT,
                        database + " is locked by another connection, for longer than " + waited(url) + ".",
                        "Find out which program writes to it, or wait longer: busy_timeout in the URL, in milliseconds.");
            case READONLY ->
                found(
                        ErrorCode.READ_ONLY,
                        database + " cannot be written: " + detail + ".",
                        "The file and its folder must be writable, since SQLite keeps its journal beside the file.");
            case CANTOPEN ->
                found(
                        ErrorCode.NO_DATABASE,
                        database + " cannot be opened: " + detail + ".",
                        "The folder must exist, and the file must be one that this user may read and write.");
            case NOTADB ->
                found(
                        ErrorCode.NOT_A_DATABASE,
                        database + " is no SQLite database, or it is encrypted.",
                        "Look whether the URL names the right file.");
            case CORRUPT ->
                found(
                        ErrorCode.NOT_A_DATABASE,
                        database + " is damaged: " + detail + ".",
                        "PRAGMA integrity_check tells more; restore it from a backup.");
            case IOERR, FULL ->
                found(
                        ErrorCode.UNREACHABLE,
                        database + " cannot be read or written: " + detail + ".",
                        "Look at the disk: whether there is room, and whether it is still there.");
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> found(ErrorCode code, String message, String hint) {
        return Optional.of(Finding.error(code, message).withHint(hint));
    }

    private static String waited(@Nullable DatabaseUrl url) {
        return (url == null ? SqliteUrl.BUSY_TIMEOUT : SqliteUrl.busyTimeout(url)) + " ms";
    }

    @Override
    public boolean isTransient(SQLException exception) {
        int code = exception.getErrorCode() & 0xff;
        return code == BUSY || code == LOCKED;
    }

    /** The driver writes {@code [SQLITE_CODE] what that code means (what SQLite said)}. */
    @Override
    public String message(SQLException exception) {
        String text = String.valueOf(exception.getMessage());
        Matcher matcher = WRAPPED.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }
}
