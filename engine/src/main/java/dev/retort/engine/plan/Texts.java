// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Dialect;
import dev.retort.operation.AddCheck;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the SQL texts of operations into those of one dialect. */
final class Texts {

    private static final SqlText NOTHING = SqlText.verbatim("");

    private final Dialect dialect;
    private final ClassLoader loader;
    private @Nullable PortableSql portable;

    Texts(Dialect dialect, ClassLoader loader) {
        this.dialect = dialect;
        this.loader = loader;
    }

    /** Whether there is nothing to do on this dialect, because the text that is the operation is empty for it. */
    boolean isNothing(Operation operation) {
        SqlText principal = principal(operation);
        return principal instanceof SqlText.Variants variants
                ? variants.forDialect(dialect.id()).filter(String::isBlank).isPresent()
                : NOTHING.equals(principal);
    }

    /**
     * The operation for the dialect.
     *
     * @param schema   the schema before it, asked for only if there is a portable text
     * @param findings where to say what has no form for the dialect
     * @return the operation
     */
    Operation resolve(Operation operation, SourceLocation location, Supplier<Schema> schema, List<Finding> findings) {
        Operation forward = operation instanceof Execute execute
                ? new Execute(execute.sql(), execute.effects(), null) // what undoes it is for another day
                : operation;
        return forward.mapSql(text -> {
            SqlText own = text(text, operation, location, schema, findings);
            if (own.equals(NOTHING) && !text.equals(NOTHING)) {
                findings.add(Finding.error(
                                ErrorCode.NO_VARIANT,
                                "A text inside '" + operation.keyword() + "' is empty for dialect '" + dialect.id()
                                        + "', but this part of it cannot be left out.")
                        .about(operation.keyword())
                        .at(location)
                        .withHint("Write two steps with a condition (when) instead."));
            }
            return own;
        });
    }

    /** The text without which an operation would be nothing. */
    private static @Nullable SqlText principal(Operation operation) {
        if (operation instanceof Execute execute) {
            return execute.sql();
        }
        if (operation instanceof CreateView create) {
            return create.view().query();
        }
        if (operation instanceof ReplaceView replace) {
            return replace.view().query();
        }
        if (operation instanceof CreateTrigger create) {
            return create.trigger().body();
        }
        if (operation instanceof CreateRoutine create) {
            return create.routine().definition();
        }
        return operation instanceof AddCheck add ? add.check().expression() : null;
    }

    private SqlText text(
            SqlText text,
            Operation operation,
            SourceLocation location,
            Supplier<Schema> schema,
            List<Finding> findings) {
        if (text instanceof SqlText.Variants variants) {
            Optional<String> own = variants.forDialect(dialect.id());
            if (own.isEmpty()) {
                findings.add(Finding.error(
                                ErrorCode.NO_VARIANT,
                                "There is no text for dialect '" + dialect.id() + "', only for "
                                        + variants.byDialect().keySet().stream()
                                                .map(id -> "'" + id + "'")
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .about(operation.keyword())
                        .at(location)
                        .withHint("Add one for '" + dialect.id() + "', or one under 'default'; an empty text means that"
                                + " there is nothing to do."));
            }
            return own.map(SqlText::verbatim).orElse(text);
        }
        if (text instanceof SqlText.Portable written) {
            try {
                Schema before = schema.get();
                return SqlText.verbatim(
                        portable().render(written.sql(), dialect, before, TextTable.of(operation, before)));
            } catch (RetortException wrong) {
                wrong.findings()
                        .forEach(finding -> findings.add(finding.about(operation.keyword())
                                .at(finding.location() == null ? location : finding.location())));
            }
        }
        return text;
    }

    private PortableSql portable() {
        if (portable == null) {
            portable = ServiceLoader.load(PortableSql.class, loader)
                    .findFirst()
                    .orElseThrow(() -> new RetortException(Finding.error(
                                    ErrorCode.PORTABLE_SQL, "Portable SQL cannot be read: its parser is not installed.")
                            .withHint("Write the text plainly, or one for each dialect.")));
        }
        return portable;
    }
}
