// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What no capability speaks of and MySQL or MariaDB refuses all the same, told before anything runs. */
final class MysqlLimits {

    private static final int LONGEST_NAME = 64;
    private static final int MICROSECONDS = 6;
    /** Engines that number within a group. */
    private static final Set<String> ANYWHERE = Set.of("myisam", "aria");

    private static final Pattern TEXT_FUNCTION = Pattern.compile(
            "^(lower|upper|lcase|ucase|trim|ltrim|rtrim|concat|substr|substring|left|right|replace|reverse)\\(.*",
            Pattern.DOTALL);

    /** What MariaDB keeps for itself, see <a href="https://jira.mariadb.org/browse/MDEV-29959">MDEV-29959</a>. */
    private static final Pattern RESERVED_UUID =
            Pattern.compile("(?i).*[0-9a-f]{8}-?[0-9a-f]{4}-?[89a-f][0-9a-f]{3}-?[0-7][0-9a-f]{3}-?[0-9a-f]{12}.*");

    private final MysqlWords words;
    private final String server;
    private final List<String> problems = new ArrayList<>();

    MysqlLimits(MysqlWords words) {
        this.words = words;
        this.server = words.flavor.version().toString();
    }

    List<Finding> check(PlacedOperation placed) {
        operation(placed.operation(), placed);
        return problems.stream()
                .map(problem -> Finding.error(ErrorCode.UNSUPPORTED, problem)
                        .about(placed.operation().keyword())
                        .at(placed.location()))
                .toList();
    }

    private void operation(Operation operation, PlacedOperation placed) {
        if (operation instanceof CreateTrigger create) {
            problems.addAll(TriggerLimits.of(create.trigger(), server));
            return;
        }
        if (operation instanceof CreateSchema create) {
            if (create.authorization() != null) {
                problems.add("Schema " + create.schema() + " cannot belong to anybody on " + server
                        + ", where it is a database; grant what is to be done in it.");
            }
            return;
        }
        if (operation instanceof Batch) {
            table(placed, ((Batch) operation).table());
            return;
        }
        if (operation instanceof AlterColumn alter && alter.type() != null) {
            uuid(alter, placed);
        }
        QualifiedName name = operation instanceof CreateTable create
                ? create.table().name()
                : TableGroup.tableOf(operation, placed.before());
        if (operation instanceof CreateTable create
                && placed.after().table(name).isEmpty()) {
            new TableLimits(create.table(), placed.after()).check();
        } else if (name != null) {
            table(placed, name);
        }
    }

    /** MariaDB makes a UUID of a text, and of nothing else. */
    private void uuid(AlterColumn alter, PlacedOperation placed) {
        Column before = placed.before()
                .table(alter.table())
                .flatMap(table -> table.column(alter.column()))
                .orElse(null);
        if (before == null || !words.flavor.hasUuid()) {
            return;
        }
        boolean from = before.type() instanceof DataType.Uuid;
        boolean to = alter.type() instanceof DataType.Uuid;
        DataType other = from ? alter.type() : before.type();
        boolean text =
                other instanceof DataType.Char || other instanceof DataType.Varchar || other instanceof DataType.Text;
        if (from != to && !text) {
            problems.add("Column " + alter.table() + "." + alter.column() + " cannot be changed "
                    + (to ? "into" : "from") + " a UUID on " + server + " but by way of a text.");
        }
    }

    private void table(PlacedOperation placed, QualifiedName name) {
        Optional<Table> table = placed.after().table(name);
        table.ifPresent(found -> new TableLimits(found, placed.after()).check());
    }

    /** One table as it is to be. */
    private final class TableLimits {

        private final Table table;
        private final Schema schema;

        TableLimits(Table table, Schema schema) {
            this.schema = schema;
            this.table = table;
        }

        void check() {
            name("table", table.name().name());
            if (table.columns().isEmpty()) {
                problems.add("Table " + table.name() + " must have a column on " + server + ".");
            }
            table.columns().forEach(this::column);
            table.constraints().forEach(constraint -> name("constraint", constraint.name()));
            table.foreignKeys().forEach(this::foreignKey);
            if (words.flavor.hasChecks()) {
                table.checks().forEach(this::check);
            }
            if (table.primaryKey() != null) {
                List<Identifier> columns = table.primaryKey().columns();
                String[] lengths = words.options
                        .text(table.primaryKey().options(), MysqlOptions.LENGTHS)
                        .split(",", -1);
                for (int i = 0; i < columns.size(); i++) {
                    if (i >= lengths.length || lengths[i].isBlank()) {
                        key(columns.get(i), "the primary key");
                    }
                }
            }
            if (!words.flavor.isMariaDb()) {
                table.uniques()
                        .forEach(unique -> unique.columns().forEach(column -> key(column, "a unique constraint")));
            }
            table.indexes().forEach(this::index);
            numbered();
            order();
        }

        private void name(String kind, @Nullable Identifier name) {
            if (name != null && name.value().codePointCount(0, name.value().length()) > LONGEST_NAME) {
                problems.add(
                        "The name of " + kind + " '" + name + "' must have at most 64 characters on " + server + ".");
            }
            if (name != null && name.value().codePoints().anyMatch(c -> c > Character.MAX_VALUE)) {
                problems.add("The name of " + kind + " '" + name
                        + "' must have no characters beyond the basic plane of Unicode on " + server + ".");
            }
            if (name != null && name.value().endsWith(" ")) {
                problems.add("The name of " + kind + " '" + name + "' must not end with a blank on " + server + ".");
            }
        }

        private void column(Column column) {
            name("column", column.name());
            String subject = "Column " + table.name() + "." + column.name();
            DataType type = column.type();
            if (type instanceof DataType.Varchar text && text.length() == null
                    || type instanceof DataType.Varbinary bytes && bytes.length() == null) {
                problems.add(subject + " must have a length on " + server + "; text and blob are those without.");
            }
            if (type instanceof DataType.Interval || type instanceof DataType.Array) {
                problems.add(subject + " has a type that " + server + " has not: " + type + ".");
            }
            if (type instanceof DataType.Uuid
                    && words.flavor.hasUuid()
                    && column.defaultValue() instanceof DefaultValue.Constant constant
                    && RESERVED_UUID.matcher(constant.value().toString()).matches()) {
                problems.add(subject + " cannot have this default on " + server
                        + ": a UUID of version 8 or above has to be of the standard's variant.");
            }
            Integer digits = type instanceof DataType.Time time
                    ? time.precision()
                    : type instanceof DataType.Timestamp timestamp ? timestamp.precision() : null;
            if (digits != null && digits > MICROSECONDS) {
                problems.add(subject + " must have at most 6 digits of a second on " + server + ".");
            }
        }

        /** A generated column of MySQL reads what the server computes only if that comes before it. */
        private void order() {
            Set<Identifier> later = new HashSet<>();
            for (int i = table.columns().size() - 1; i >= 0 && !words.flavor.isMariaDb(); i--) {
                Column column = table.columns().get(i);
                Generated generated = column.generated();
                if (generated != null && mentions(generated.expression().toString(), later)) {
                    problems.add("Generated column " + table.name() + "." + column.name()
                            + " must come after every generated column and column with a computed default that it is"
                            + " made of on " + server + ".");
                }
                if (generated != null || words.columns.isComputed(column)) {
                    later.add(column.name());
                }
            }
        }

        /** The only numbered column must lead a key. */
        private void numbered() {
            List<Column> numbered =
                    table.columns().stream().filter(c -> c.identity() != null).toList();
            if (numbered.size() > 1) {
                problems.add("Table " + table.name() + " must have one numbered column at most on " + server + ".");
            }
            for (Column column : numbered) {
                Identifier name = column.name();
                boolean leads = (table.primaryKey() != null
                                && table.primaryKey().columns().get(0).equals(name))
                        || table.uniques().stream()
                                .anyMatch(unique -> unique.columns().get(0).equals(name))
                        || table.indexes().stream()
                                .anyMatch(index -> index.parts().get(0).key().equals(new IndexKey.OfColumn(name)));
                boolean anywhere = ANYWHERE.contains(
                        words.options.text(table.options(), MysqlOptions.ENGINE).toLowerCase(Locale.ROOT));
                if (!leads && !anywhere) {
                    problems.add("Numbered column " + table.name() + "." + name
                            + " must be the first of a key or index on " + server + ".");
                }
            }
        }

        private void key(Identifier name, String what) {
            table.column(name)
                    .filter(column -> isLong(column.type()))
                    .ifPresent(column -> problems.add("Column " + table.name() + "." + name + " cannot be in " + what
                            + " on " + server + " without a length; an index part has the option 'length' for it."));
        }

        private static boolean isLong(DataType type) {
            return type instanceof DataType.Text
                    || type instanceof DataType.Blob
                    || type instanceof DataType.Json
                    || (type instanceof DataType.Native words
                            && words.sql().toLowerCase(Locale.ROOT).matches("(tiny|medium|long)(text|blob)"));
        }

        private void index(Index index) {
            name("index", index.name());
            // MariaDB keeps hashes of what is unique.
            boolean whole =
                    words.options.text(index.options(), MysqlOptions.TYPE).isEmpty()
                            && !(words.flavor.isMariaDb() && index.unique());
            for (IndexPart part : index.parts()) {
                boolean cut =
                        !words.options.text(part.options(), MysqlOptions.LENGTH).isEmpty();
                if (part.key() instanceof IndexKey.OfColumn column && whole && !cut) {
                    key(column.name(), "an index");
                } else if (part.key() instanceof IndexKey.OfExpression expression) {
                    String text = SqlTexts.expression(expression.sql().toString());
                    boolean isText = table.columns().stream()
                            .filter(column -> isLong(column.type()))
                            .anyMatch(column ->
                                    SqlTexts.mentions(text, column.name().value()));
                    if (isText && TEXT_FUNCTION.matcher(text).matches()) {
                        problems.add("Index " + index.name() + " cannot be on " + text + " on " + server
                                + ", because a text has no limit; wrap it into CAST(... AS CHAR(n)).");
                    }
                }
                if (part.collation() != null) {
                    problems.add("A part of index " + index.name() + " cannot have a collation of its own on " + server
                            + "; give it to the column.");
                }
            }
        }

        private void foreignKey(ForeignKey key) {
            String subject = "Foreign key "
                    + (key.name() == null ? key.columns().toString() : key.name()) + " of table " + table.name();
            if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
                problems.add(subject + " cannot have SET DEFAULT on " + server + ": InnoDB does not know it.");
            }
            collations(key, subject);
            boolean nulls =
                    key.onDelete() == ReferentialAction.SET_NULL || key.onUpdate() == ReferentialAction.SET_NULL;
            for (Identifier name : key.columns()) {
                Column column = table.column(name).orElse(null);
                boolean inKey = table.primaryKey() != null
                        && table.primaryKey().columns().contains(name);
                if (nulls && column != null && (!column.nullable() || inKey)) {
                    problems.add(subject + " cannot SET NULL on " + server + ": column " + name + " must not be NULL.");
                }
            }
            Set<Identifier> bases = bases(key);
            for (Column column : table.columns()) {
                Generated generated = column.generated();
                if (generated != null
                        && generated.stored()
                        && mentions(generated.expression().toString(), bases)) {
                    problems.add(subject + " cannot act on a column that generated column " + column.name()
                            + " is computed from on " + server + ".");
                }
            }
        }

        /** The columns that no stored column can be made of; MySQL counts the deletion of a row as well. */
        private Set<Identifier> bases(ForeignKey key) {
            boolean deletes = key.onDelete() == ReferentialAction.CASCADE && !words.flavor.isMariaDb();
            return deletes ? new HashSet<>(key.columns()) : writes(key);
        }

        /** Texts are compared by one collation, so both sides must have the same. */
        private void collations(ForeignKey key, String subject) {
            Table other = key.referredTable().equals(table.name())
                    ? table
                    : schema.table(key.referredTable()).orElse(null);
            if (other == null) {
                return;
            }
            PrimaryKey primary = other.primaryKey();
            List<Identifier> referred =
                    key.referredColumns().isEmpty() && primary != null ? primary.columns() : key.referredColumns();
            for (int i = 0; i < Math.min(referred.size(), key.columns().size()); i++) {
                String own = collation(table, key.columns().get(i));
                String theirs = collation(other, referred.get(i));
                if (!own.equals(theirs)) {
                    problems.add(subject + " must refer to a column of the same collation on " + server + ", but "
                            + key.columns().get(i) + " and " + referred.get(i) + " differ.");
                }
            }
        }

        private String collation(Table owner, Identifier name) {
            Table plain = words.exact.table(owner, schema);
            Column column = plain.column(name).orElse(null);
            if (column == null
                    || !(column.type() instanceof DataType.Varchar || column.type() instanceof DataType.Char)) {
                return "";
            }
            String own = TextAttributes.of(column.type()).collation();
            String usual = words.options.text(plain.options(), MysqlOptions.COLLATION);
            return own != null ? own : usual.isEmpty() ? words.flavor.collation() : usual;
        }

        /** The columns that a foreign key itself may change. */
        private static Set<Identifier> writes(ForeignKey key) {
            boolean changes = key.onUpdate() == ReferentialAction.CASCADE
                    || key.onUpdate() == ReferentialAction.SET_NULL
                    || key.onDelete() == ReferentialAction.SET_NULL;
            return changes ? new HashSet<>(key.columns()) : Set.of();
        }

        private static boolean mentions(String sql, Set<Identifier> columns) {
            return columns.stream().anyMatch(column -> SqlTexts.mentions(sql, column.value()));
        }

        private void check(CheckConstraint check) {
            String sql = check.expression().toString();
            for (ForeignKey key : table.foreignKeys()) {
                if (mentions(sql, writes(key))) {
                    problems.add("A check of table " + table.name() + " cannot be on a column that foreign key "
                            + (key.name() == null ? "on " + key.columns() : key.name()) + " changes on " + server
                            + ".");
                }
            }
            for (Column column : table.columns()) {
                if (column.identity() != null
                        && SqlTexts.mentions(sql, column.name().value())) {
                    problems.add("A check of table " + table.name() + " cannot be on numbered column " + column.name()
                            + " on " + server + ".");
                }
            }
        }
    }
}
