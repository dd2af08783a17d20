// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionSymbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the files to edit. */
final class RevisionFile {

    private RevisionFile() {}

    static List<Path> of(String symbol, List<RevisionInfo> revisions) {
        List<Path> files = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            Path file = revision.file();
            if (file == null) {
                throw new RetortException(Finding.error(
                                ErrorCode.FILE_ACCESS,
                                "Revision '" + revision.id() + "' is a compiled class, " + revision.display()
                                        + ", and has no file to edit.")
                        .about(symbol)
                        .at(SourceLocation.COMMAND_LINE));
            }
            files.add(file);
        }
        if (files.isEmpty()) {
            boolean current = symbol.equals(RevisionSymbol.CURRENT);
            throw new RetortException(Finding.error(
                            ErrorCode.REVISION_NOT_FOUND,
                            current
                                    ? "No current revisions: the database has no version rows."
                                    : "No revision files indicated by symbol '" + symbol + "'.")
                    .about(symbol)
                    .at(SourceLocation.COMMAND_LINE)
                    .withHint(
                            current
                                    ? null
                                    : "It stands for no revision; 'retort history' lists those that there are."));
        }
        return files;
    }
}
