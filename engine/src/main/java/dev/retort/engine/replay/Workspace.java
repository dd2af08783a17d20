// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schema that is being worked on, what was found, and where replay stands. */
final class Workspace {

    /** Names told in a hint. */
    private static final int SHOWN = 12;

    final SchemaBuilder schema;
    final UnaryOperator<String> quoted;
    /** The schema with the names that a database gives to what has none. */
    final UnaryOperator<Schema> named;

    private final List<OpaquePlace> opaque;
    private final List<Finding> findings = new ArrayList<>();
    private SourceLocation location = SourceLocation.NONE;
    private String subject = "";

    Workspace(ReplayState start, UnaryOperator<String> quoted, UnaryOperator<Schema> named) {
        this.quoted = quoted;
        this.named = named;
        schema = start.schema().toBuilder();
        opaque = new ArrayList<>(start.opaque());
    }

    void at(SourceLocation place, Operation operation) {
        location = place;
        subject = operation.keyword();
    }

    ReplayState state() {
        return new ReplayState(schema.build(), opaque);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void opaque(String what) {
        opaque.add(new OpaquePlace(location, what));
    }

    List<OpaquePlace> opaquePlaces() {
        return List.copyOf(opaque);
    }

    boolean isKnown() {
        return opaque.isEmpty();
    }

    /** Something is named that is not there. After an opaque statement that may be no mistake. */
    void missing(String kind, Object name, String where, Collection<?> known, String plural) {
        List<String> names = known.stream().map(Object::toString).toList();
        if (isKnown()) {
            String message = "There is no " + kind + " '" + name + "'" + where + " at this point.";
            find(ErrorCode.NO_SUCH_OBJECT, Severity.ERROR, message, hint(name.toString(), names, plural));
            return;
        }
        find(
                ErrorCode.UNKNOWN_SCHEMA,
                Severity.NOTE,
                "The " + kind + " '" + name + "'" + where + " is not known here, because the statement at "
                        + opaque.get(0) + " does not say what it does to the schema.",
                "State its effects, and everything after it is known again.");
    }

    private static String hint(String name, List<String> known, String plural) {
        String question = new NearMatches(known).question(name);
        if (question != null) {
            return question;
        }
        if (known.isEmpty()) {
            return "There are no " + plural + " at this point.";
        }
        String shown = known.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
        String more = known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : "";
        return "The " + plural + " at this point are " + shown + more + ".";
    }

    void exists(String kind, Object name, String where) {
        String message = "There is a " + kind + " '" + name + "'" + where + " already.";
        if (isKnown()) {
            find(ErrorCode.OBJECT_EXISTS, Severity.ERROR, message, null);
        } else {
            find(
                    ErrorCode.OBJECT_EXISTS,
                    Severity.WARNING,
                    message.substring(0, message.length() - 1) + ", unless the statement at " + opaque.get(0)
                            + " took it away.",
                    null);
        }
    }

    void invalid(String message, @Nullable String hint) {
        find(ErrorCode.INVALID_OPERATION, Severity.ERROR, message, hint);
    }

    void doubtful(String message, @Nullable String hint) {
        find(ErrorCode.INVALID_OPERATION, Severity.WARNING, message, hint);
    }

    private void find(ErrorCode code, Severity severity, String message, @Nullable String hint) {
        findings.add(new Finding(code, severity, subject, location, message, hint));
    }

    /** The table of that name, or null after saying that there is none. */
    @Nullable
    Table table(QualifiedName name) {
        Table table = schema.tables().get(name);
        if (table == null) {
            if (schema.views().containsKey(name)) {
                invalid("'" + name + "' is a view, not a table.", null);
            } else {
                missing("table", name, "", schema.tables().keySet(), "tables");
            }
        }
        return table;
    }

    /** Whether the table has the column; says so if not. */
    boolean hasColumn(Table table, Identifier column) {
        if (table.column(column).isPresent()) {
            return true;
        }
        missing("column", column, " in table '" + table.name() + "'", columnNames(table), "columns");
        return false;
    }

    void haveColumns(Table table, Collection<Identifier> columns) {
        columns.forEach(column -> hasColumn(table, column));
    }

    static List<Identifier> columnNames(Table table) {
        return table.columns().stream().map(c -> c.name()).toList();
    }

    /** Tables, views and other objects share their names. */
    boolean isFree(QualifiedName name) {
        if (schema.tables().containsKey(name)) {
            exists("table", name, "");
            return false;
        }
        if (schema.views().containsKey(name)) {
            exists("view", name, "");
            return false;
        }
        if (schema.others().containsKey(name)) {
            exists(schema.others().get(name).type(), name, "");
            return false;
        }
        return true;
    }
}
