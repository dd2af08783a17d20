// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file could not be worked with. */
final class FileMistake {

    private FileMistake() {}

    static Finding finding(Exception exception) {
        Throwable error = exception instanceof UncheckedIOException wrapped ? wrapped.getCause() : exception;
        String text;
        if (error instanceof NoSuchFileException missing) {
            text = "There is no file or folder '" + missing.getFile() + "'.";
        } else if (error instanceof AccessDeniedException denied) {
            text = "'" + denied.getFile() + "' must not be read or written by this user.";
        } else if (error instanceof FileAlreadyExistsException existing) {
            text = "'" + existing.getFile() + "' exists already and is no folder.";
        } else if (error instanceof FileSystemException other) {
            text = "'" + other.getFile() + "' cannot be read or written"
                    + (other.getReason() == null ? "." : ": " + other.getReason() + ".");
        } else {
            text = "Reading or writing failed: " + error.getMessage();
        }
        return Finding.error(ErrorCode.FILE_ACCESS, text);
    }
}
