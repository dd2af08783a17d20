// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renders operations in order; those that follow each other on one table become one ALTER TABLE, which the server makes in
 * one pass over the rows and, in itself, completely or not at all. Not safe for use by several threads.
 */
final class MysqlScript {

    private final Dialect dialect;
    private final MysqlWords words;
    private final Definitions definitions;
    private final Function<PlacedOperation, List<Statement>> single;
    private final Map<QualifiedName, ServerNames> names = new HashMap<>();
    private final List<RenameTable> renames = new ArrayList<>();
    private final Set<QualifiedName> gone = new HashSet<>();
    private final List<Statement> out = new ArrayList<>();
    private @Nullable TableGroup pending;

    /**
     * @param single renders an operation that is not done together with others
     */
    MysqlScript(
            Dialect dialect,
            MysqlWords words,
            Definitions definitions,
            Function<PlacedOperation, List<Statement>> single) {
        this.dialect = dialect;
        this.words = words;
        this.definitions = definitions;
        this.single = single;
    }

    List<Statement> render(List<PlacedOperation> operations) {
        operations.forEach(this::add);
        flush();
        return out;
    }

    /** {@return what the names of parts without a name are after that, to be handed to what is rendered next} */
    Definitions told() {
        Map<Definitions.Key, String> texts = new HashMap<>();
        definitions.texts().forEach((key, text) -> {
            if (!gone.contains(key.name())) {
                texts.put(
                        key, key.kind() == ObjectKind.TABLE ? known(key.name()).text() : text);
            }
        });
        names.forEach((table, told) -> texts.put(new Definitions.Key(ObjectKind.TABLE, table), told.text()));
        return new Definitions(texts);
    }

    private void add(PlacedOperation placed) {
        Operation operation = placed.operation();
        QualifiedName table = TableGroup.tableOf(operation, placed.before());
        TableGroup group = pending;
        if (group != null && (!group.table().equals(table) || NameCases.changes(operation, group.before(), table))) {
            flush();
            group = null;
        }
        if (table != null && placed.before().table(table).isPresent()) {
            if (group == null) {
                group = new TableGroup(table, placed.before());
                pending = group;
            }
            group.add(placed);
            return;
        }
        flush();
        if (operation instanceof CreateTable create) {
            createTable(create, placed.after());
        } else if (operation instanceof AlterEnum alter) {
            out.addAll(new EnumAlteration(dialect, words, alter).render(placed));
        } else {
            out.addAll(single.apply(placed));
            if (operation instanceof RenameTable rename) {
                renameTable(rename);
            } else if (operation instanceof DropTable drop) {
                names.remove(drop.table());
                gone.add(drop.table());
            }
        }
    }

    private void flush() {
        TableGroup group = pending;
        pending = null;
        if (group == null) {
            return;
        }
        QualifiedName name = group.table();
        Table before = inlined(group.before().tables().get(name), group.before());
        Table after = inlined(group.after().table(name).orElse(before), group.after());
        Conversions conversions = new Conversions(dialect, words, before, after, group.conversions());
        Map<Identifier, Identifier> origins = conversions.origins(group.origins());
        out.addAll(conversions.statements());
        TableParts partsBefore = parts(before, group.before(), known(name), true);
        ServerNames renamed = renamed(partsBefore, before, group.origins());
        TableParts partsAfter = parts(after, group.after(), renamed, false);
        Alteration alteration = new Alteration(
                words, conversions.before(), group.before(), after, group.after(), origins, partsBefore, partsAfter);
        List<List<Consumer<SqlWriter>>> statements = alteration.statements(group.options());
        int first = out.size();
        ReferringKeys referring = referring(name, alteration.detached(), group);
        out.addAll(referring.drops());
        statements.forEach(clauses -> alter(name, clauses, group));
        out.addAll(referring.additions());
        words.tableOptions
                .partitioning(
                        words.exact.table(before, group.before()).options(),
                        words.exact.table(after, group.after()).options())
                .ifPresent(clause -> out.add(new Statement.Sql(dialect.writer()
                        .sql("ALTER TABLE")
                        .name(name)
                        .sql(clause)
                        .toString())));
        if (Modes.hasFalseDates(words.exact.table(after, group.after()))) {
            List<Statement> altered = List.copyOf(out.subList(first, out.size()));
            out.subList(first, out.size()).clear();
            out.addAll(altered.isEmpty() ? altered : Modes.withAnyDates(altered));
        }
        names.put(name, partsAfter.serverNames(words.flavor.isMariaDb()));
    }

    /** The types of columns with their values: a type has no name here. */
    private static Table inlined(Table table, Schema schema) {
        return table.toBuilder()
                .mapColumns(column -> column.type() instanceof DataType.Enum type && type.name() != null
                        ? column.withType(new DataType.Enum(null, MysqlTypes.values(type, schema)))
                        : column)
                .build();
    }

    private void alter(QualifiedName table, List<Consumer<SqlWriter>> clauses, TableGroup group) {
        if (clauses.isEmpty()) {
            return;
        }
        List<Consumer<SqlWriter>> all = new ArrayList<>(clauses);
        for (String key : new String[] {MysqlOptions.ALGORITHM, MysqlOptions.LOCK}) {
            String value = words.options.text(group.options(), key);
            if (!value.isEmpty()) {
                all.add(sql -> sql.sql(key.toUpperCase(Locale.ROOT) + "=" + value.toUpperCase(Locale.ROOT)));
            }
        }
        SqlWriter sql = dialect.writer().sql("ALTER TABLE").name(table);
        sql.join(all, (writer, clause) -> clause.accept(writer));
        out.add(new Statement.Sql(sql.toString()));
    }

    /** The foreign keys of other tables that cannot stay while columns of a table change. */
    private ReferringKeys referring(QualifiedName name, Set<Identifier> columns, TableGroup group) {
        ReferringKeys referring =
                new ReferringKeys(dialect, words, group.before().tables().get(name), columns);
        for (Table other : group.before().tables().values()) {
            if (!columns.isEmpty() && !other.name().equals(name)) {
                Table now = group.after().tables().get(other.name());
                ServerNames known = known(other.name());
                referring.add(
                        other.name(),
                        parts(other, group.before(), known, true),
                        parts(now, group.after(), known, true));
            }
        }
        return referring;
    }

    private TableParts parts(Table table, Schema schema, ServerNames known, boolean leftOvers) {
        return new TableParts.Reader(words.flavor, words.exact, table, schema, known, leftOvers).read();
    }

    private ServerNames known(QualifiedName table) {
        ServerNames told = names.get(table);
        if (told != null) {
            return told;
        }
        ServerNames read =
                definitions.text(ObjectKind.TABLE, table).map(ServerNames::read).orElse(ServerNames.UNKNOWN);
        for (RenameTable rename : renames) {
            read = read.withReferred(rename.table(), rename.table().sibling(rename.to()));
        }
        return read;
    }

    /** The same names for parts whose columns have other names now. */
    private ServerNames renamed(TableParts parts, Table table, Map<Identifier, Identifier> origins) {
        Map<Identifier, Identifier> successors = new HashMap<>();
        origins.forEach((now, then) -> successors.put(then, now));
        Function<List<Identifier>, List<Identifier>> columns = old -> old.stream()
                .map(column -> successors.getOrDefault(column, column))
                .toList();
        List<TableParts.Reference> foreignKeys = parts.foreignKeys().stream()
                .map(key -> {
                    ForeignKey form = key.plain();
                    return new TableParts.Reference(
                            key.name(),
                            form.withReference(
                                    columns.apply(form.columns()),
                                    form.referredTable(),
                                    form.referredTable().equals(table.name())
                                            ? columns.apply(form.referredColumns())
                                            : form.referredColumns()),
                            key.written(),
                            key.unnamed());
                })
                .toList();
        List<TableParts.Key> keys = parts.keys().stream()
                .map(key -> MysqlCanonical.isPlain(key.plain())
                        ? new TableParts.Key(
                                key.name(),
                                MysqlParts.plainIndex(null, columns.apply(MysqlCanonical.columns(key.plain())))
                                        .withUnique(key.plain().unique()),
                                key.written(),
                                key.hidden())
                        : key)
                .toList();
        return new TableParts(keys, foreignKeys, parts.checks()).serverNames(words.flavor.isMariaDb());
    }

    private void createTable(CreateTable create, Schema after) {
        Table table = create.table();
        TableParts parts = parts(table, after, ServerNames.UNKNOWN, false);
        SqlWriter sql = dialect.writer().sql("CREATE");
        create.prefixes().forEach(sql::sql);
        sql.sql("TABLE").sqlIf(create.ifNotExists(), "IF NOT EXISTS").name(table.name());
        List<Consumer<SqlWriter>> lines = new ArrayList<>();
        PrimaryKey key = table.primaryKey();
        for (Column column : table.columns()) {
            // MySQL refuses a column that says NULL in a key; others make it NOT NULL without a word.
            boolean inKey = key != null && key.columns().contains(column.name());
            lines.add(line -> words.columns.definition(line, inKey ? column.withNullable(false) : column));
        }
        if (key != null) {
            lines.add(line -> words.parts.primaryKey(line, key));
        }
        parts.keys().forEach(index -> lines.add(line -> words.parts.index(line, index.written())));
        parts.foreignKeys().forEach(reference -> lines.add(line -> words.parts.foreignKey(line, reference.written())));
        if (words.flavor.hasChecks()) {
            parts.checks().forEach(check -> lines.add(line -> words.parts.check(line, check.written())));
        }
        Periods.read(words.options.text(table.options(), MysqlOptions.PERIODS))
                .byName()
                .forEach((name, columns) -> lines.add(line -> line.sql("PERIOD FOR " + name + " " + columns)));
        sql.block(lines, (line, clause) -> clause.accept(line));
        if (table.comment() != null && !table.comment().isEmpty()) {
            sql.sql("COMMENT =").string(table.comment());
        }
        words.tableOptions.write(sql, table.options());
        List<Statement> created = List.of(new Statement.Sql(sql.toString()));
        out.addAll(Modes.hasFalseDates(words.exact.table(table, after)) ? Modes.withAnyDates(created) : created);
        names.put(table.name(), parts.serverNames(words.flavor.isMariaDb()));
    }

    /** The server renames constraints whose names it made itself. */
    private void renameTable(RenameTable rename) {
        QualifiedName now = rename.table().sibling(rename.to());
        renames.add(rename);
        names.replaceAll((table, own) -> own.withReferred(rename.table(), now));
        ServerNames told = known(rename.table());
        names.remove(rename.table());
        gone.add(rename.table());
        String from = rename.table().name().value();
        String to = rename.to().value();
        List<ServerNames.Pair> pairs = told.names().stream()
                .map(pair -> {
                    boolean follows = pair.name().startsWith(from + "_ibfk_")
                            || (!words.flavor.isMariaDb() && pair.name().startsWith(from + "_chk_"));
                    String name = follows ? to + pair.name().substring(from.length()) : pair.name();
                    return new ServerNames.Pair(pair.part(), name);
                })
                .toList();
        names.put(now, new ServerNames(pairs));
    }
}
