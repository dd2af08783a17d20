// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.part.SqlTextYaml;
import java.util.List;

/** {@code execute}: SQL, or SQL with its effects and what undoes it. */
final class SqlOperations {

    private static final Key<SqlText> SQL = Key.of("sql", SqlTextYaml.FORM, "One or more statements.");
    private static final Key<List<Operation>> EFFECTS = Key.of(
            "effects", OperationList.FORM, "What the text does to the schema, told as operations; [] for nothing.");
    private static final Key<SqlText> REVERSE =
            Key.of("reverse", SqlTextYaml.FORM, "What undoes it when the downgrade is computed; \"\" for nothing.");

    private static final Form<Execute> DETAILS = Mapping.<Execute>of("execute")
            .meaning("Executes SQL.")
            .required(SQL, Execute::sql)
            .optional(EFFECTS, Execute::effects)
            .optional(REVERSE, Execute::reverse)
            .makes(values -> new Execute(values.get(SQL), values.orNull(EFFECTS), values.orNull(REVERSE)));

    private static final Form<Execute> JUST_SQL =
            new Converted<>(SqlTextYaml.FORM, sql -> new Execute(sql, null, null), Execute::sql);

    private static final Form<Execute> EXECUTE = new Choice<Execute>(
                    "SQL: a text, {portable: ...}, a text for each dialect, or {sql: ..., effects: [...]}",
                    execute -> execute.effects() == null && execute.reverse() == null ? JUST_SQL : DETAILS)
            .or(Choice.has("sql"), DETAILS)
            .or(Choice.has("effects"), DETAILS)
            .or(Choice.has("reverse"), DETAILS)
            .or(node -> true, JUST_SQL);

    static final List<OperationYaml<?, ?>> ALL = List.of(OperationYaml.of("execute", Execute.class, EXECUTE));

    private SqlOperations() {}
}
