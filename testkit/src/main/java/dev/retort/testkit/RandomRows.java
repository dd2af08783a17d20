// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.engine.replay.ColumnSets;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Row;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Literal;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Scalar;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random rows that satisfy the constraints of schemas of {@link RandomSchemas}. */
public final class RandomRows {

    private final Random random;
    private final RandomValues values;
    private final Schema schema;
    private final Map<QualifiedName, List<Row>> rows = new HashMap<>();

    /**
     * @param words  what the schema was made of
     * @param schema a schema of {@link RandomSchemas}
     * @param random where chance comes from
     */
    public RandomRows(Vocabulary words, Schema schema, Random random) {
        this.schema = schema;
        this.random = random;
        this.values = new RandomValues(words, random);
    }

    /**
     * Rows for every table, those that are referred to first; a reference to a table whose rows come later is NULL.
     *
     * @param count rows of each table, less than 30000
     * @return the operations that insert them
     */
    public List<Operation> inserts(int count) {
        List<Operation> operations = new ArrayList<>();
        Set<QualifiedName> left = new HashSet<>(schema.tables().keySet());
        while (!left.isEmpty()) {
            QualifiedName next = schema.tables().keySet().stream()
                    .filter(left::contains)
                    .filter(name -> schema.tables().get(name).foreignKeys().stream()
                            .noneMatch(key -> !key.referredTable().equals(name) && left.contains(key.referredTable())))
                    .findFirst()
                    .orElseGet(() -> left.stream().sorted().findFirst().orElseThrow());
            left.remove(next);
            List<Row> made = rows(schema.tables().get(next), count);
            rows.put(next, made);
            operations.add(new InsertRows(next, made, false));
        }
        return operations;
    }

    private List<Row> rows(Table table, int count) {
        Set<Identifier> distinct = distinct(table);
        Set<Identifier> mild = mild(table);
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<Identifier, Scalar> cells = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                if (column.generated() == null) {
                    cells.put(column.name(), value(column, i, distinct, mild));
                }
            }
            for (ForeignKey key : table.foreignKeys()) {
                refer(table, key, cells, made);
            }
            table.columns().stream().filter(c -> isAlways(c.identity())).forEach(c -> cells.remove(c.name()));
            made.add(new Row(cells));
        }
        return made;
    }

    private static boolean isAlways(@org.jspecify.annotations.Nullable Identity identity) {
        return identity != null && identity.always();
    }

    private Literal value(Column column, int number, Set<Identifier> distinct, Set<Identifier> mild) {
        if (distinct.contains(column.name())) {
            return values.distinct(column.type(), number + 1);
        }
        if (column.nullable() && random.nextInt(4) == 0) {
            return Literal.NULL;
        }
        return mild.contains(column.name()) ? values.mild(column.type(), number) : values.of(column.type(), number);
    }

    /** Columns whose values must not repeat. */
    private static Set<Identifier> distinct(Table table) {
        Set<Identifier> columns = new HashSet<>();
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            columns.addAll(key.columns());
        }
        table.uniques().stream().map(UniqueConstraint::columns).forEach(columns::addAll);
        ColumnSets sets = new ColumnSets(table);
        table.indexes().stream().filter(Index::unique).map(sets::of).forEach(columns::addAll);
        return columns;
    }

    /** Columns that are computed with or checked. */
    private static Set<Identifier> mild(Table table) {
        ColumnSets sets = new ColumnSets(table);
        Set<Identifier> columns = new HashSet<>();
        table.checks().forEach(check -> columns.addAll(sets.of(check)));
        table.columns().stream()
                .flatMap(c -> java.util.stream.Stream.ofNullable(c.generated()))
                .forEach(generated -> columns.addAll(sets.of(generated.expression())));
        return columns;
    }

    private void refer(Table table, ForeignKey key, Map<Identifier, Scalar> cells, List<Row> own) {
        List<Row> candidates =
                key.referredTable().equals(table.name()) ? own : rows.getOrDefault(key.referredTable(), List.of());
        Table referred = schema.tables().get(key.referredTable());
        PrimaryKey primaryKey = referred == null ? null : referred.primaryKey();
        List<Identifier> columns =
                key.referredColumns().isEmpty() && primaryKey != null ? primaryKey.columns() : key.referredColumns();
        Row target = candidates.isEmpty() || random.nextInt(4) == 0
                ? null
                : candidates.get(random.nextInt(candidates.size()));
        boolean given =
                target != null && columns.stream().allMatch(c -> target.cells().containsKey(c));
        for (int i = 0; i < key.columns().size(); i++) {
            Scalar cell = given && target != null ? target.cells().get(columns.get(i)) : Literal.NULL;
            cells.put(key.columns().get(i), cell);
        }
    }
}
