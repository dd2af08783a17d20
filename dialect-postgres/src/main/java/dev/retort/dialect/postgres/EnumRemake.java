// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.operation.CreateEnum;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes an enum type anew with fewer values: the old one is set aside, the columns go over to the new one, and the old one is
 * dropped. A row with the value that goes, or a column that nobody knows of, stops it, and everything is rolled back.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated Types</a>, which have no DROP VALUE
 */
record EnumRemake(Dialect dialect, Rendering rendering, QualifiedName type) {

    List<Statement> statements() {
        EnumType after = rendering.after().enums().get(type);
        if (after == null) {
            throw new IllegalStateException("the values of enum type " + type + " are not known");
        }
        List<Statement> statements = new ArrayList<>();
        QualifiedName aside = type.sibling(new Identifier(type.name().value() + "_before"));
        statements.add(statement(sql -> sql.sql("ALTER TYPE").name(type).sql("RENAME TO").name(aside.name())));
        statements.addAll(new CreateEnum(after, false).accept(new PostgresDdl((PostgresDialect) dialect, ((PostgresDialect) dialect).postgresTypes(), rendering)));
        for (Table table : rendering.before().tables().values()) {
            for (Column column : table.columns()) {
                if (isOfType(column.type())) {
                    statements.add(change(table, column));
                }
            }
        }
        statements.add(statement(sql -> sql.sql("DROP TYPE").name(aside)));
        return statements;
    }

    private boolean isOfType(DataType found) {
        DataType element = found instanceof DataType.Array array ? array.element() : found;
        return element instanceof DataType.Enum anEnum && type.equals(anEnum.name());
    }

    private Statement change(Table table, Column column) {
        DefaultValue value = column.defaultValue();
        String target = dialect.types().render(column.type());
        String through = column.type() instanceof DataType.Array ? "::text[]::" : "::text::";
        List<Consumer<SqlWriter>> actions = new ArrayList<>();
        if (value != null) {
            actions.add(sql -> sql.sql("DROP DEFAULT"));
        }
        actions.add(sql -> sql.sql("SET DATA TYPE")
                .sql(target)
                .sql("USING")
                .name(column.name())
                .append(through + target));
        if (value != null) {
            actions.add(sql -> new PostgresColumns(dialect).defaultValue(sql.sql("SET DEFAULT"), value));
        }
        return statement(sql -> sql.sql("ALTER TABLE")
                .name(table.name())
                .join(
                        actions,
                        (writer, action) ->
                                action.accept(writer.sql("ALTER COLUMN").name(column.name()))));
    }

    private Statement statement(Consumer<SqlWriter> text) {
        SqlWriter sql = dialect.writer();
        text.accept(sql);
        return new Statement.Sql(sql.toString());
    }
}
