// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.Trigger;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of schemas by the rules that most databases share: what no declared capability keeps is left out, key and
 * identity columns are NOT NULL, a foreign key without referred columns refers to the primary key, enum types without a name
 * of their own stand in their columns, options are the dialect's own, and numbers that are the default are not said. A dialect
 * overrides the parts of which its database keeps something else.
 */
public class StandardCanonical {

    /** The dialect whose canonical form this is. */
    protected final Dialect dialect;

    private final Pattern chosenNames;
    private final long defaultCache;

    /**
     * The rules for a dialect.
     *
     * @param dialect      whose capabilities and types count
     * @param chosenNames  how the database names a constraint without a name; such a name says nothing, since the same
     *     constraint has another one elsewhere
     * @param defaultCache how many numbers of a sequence a session takes at once if nothing is said; 1 in most databases
     */
    public StandardCanonical(Dialect dialect, Pattern chosenNames, long defaultCache) {
        this.dialect = dialect;
        this.chosenNames = chosenNames;
        this.defaultCache = defaultCache;
    }

    /**
     * The canonical form by these rules.
     *
     * @param schema any schema that the dialect's check has no errors for
     * @return its canonical form
     */
    public Schema schema(Schema schema) {
        SchemaBuilder result = new SchemaBuilder();
        result.namespaces().addAll(schema.namespaces());
        schema.tables().values().forEach(table -> result.table(table(table, schema)));
        schema.views().values().forEach(view -> result.view(view(view)));
        schema.sequences().values().forEach(sequence -> result.sequence(sequence(sequence)));
        schema.triggers().values().forEach(trigger -> result.trigger(trigger(trigger)));
        schema.routines().values().forEach(result::routine);
        schema.others().values().forEach(result::other);
        if (dialect.can(Capability.ENUM_TYPES)) {
            schema.enums()
                    .values()
                    .forEach(type ->
                            result.enumType(new EnumType(type.name(), type.values(), comment(type.comment()))));
        }
        return result.build();
    }

    /**
     * The canonical form of a table.
     *
     * @param table  a table
     * @param schema where its enum types and the tables that it refers to are
     * @return its canonical form
     */
    protected Table table(Table table, Schema schema) {
        TableBuilder result = new TableBuilder(table.name())
                .comment(comment(table.comment()))
                .options(options(table.options()))
                .columns(table.columns().stream()
                        .map(column -> column(column, table, schema))
                        .toList());
        table.constraints().forEach(constraint -> result.constraint(constraint(constraint, table, schema)));
        table.indexes().forEach(index -> result.index(index(index)));
        return result.build();
    }

    /**
     * The canonical form of a column.
     *
     * @param column a column
     * @param table  its table
     * @param schema where its enum type is
     * @return its canonical form
     */
    protected Column column(Column column, Table table, Schema schema) {
        PrimaryKey key = table.primaryKey();
        boolean inKey = key != null && key.columns().contains(column.name());
        DataType type = type(new NamedEnums(dialect, schema).inlined(column.type()));
        Identity identity = column.identity();
        DefaultValue value = column.defaultValue();
        return new Column(
                column.name(),
                type,
                column.nullable() && !inKey && identity == null,
                value == null ? null : defaultValue(value, type),
                identity == null ? null : identity(identity, type),
                column.generated(),
                comment(column.comment()),
                options(column.options()));
    }

    /**
     * The type that is read back; here the one behind the words in which it is written, without sizes that are the default of
     * the standard: 1 for characters and bytes, no decimals, no fractions of a second of a time and six of a timestamp.
     *
     * @param type a type
     * @return its canonical form
     */
    protected DataType type(DataType type) {
        if (type instanceof DataType.Enum one && one.name() != null) {
            return new DataType.Enum(one.name(), List.of());
        }
        DataType read = dialect.types().parse(dialect.types().render(type));
        TextAttributes text = TextAttributes.of(type);
        DataType brief = StandardSizes.without(read);
        return text.equals(TextAttributes.DEFAULT) ? brief : text.appliedTo(brief);
    }

    /**
     * The default that is read back; here itself.
     *
     * @param value a default
     * @param type  the canonical type of its column
     * @return its canonical form
     */
    protected DefaultValue defaultValue(DefaultValue value, DataType type) {
        return value;
    }

    /**
     * The identity that is read back, without what is the default.
     *
     * @param identity an identity
     * @param type     the canonical type of its column
     * @return its canonical form
     */
    protected Identity identity(Identity identity, DataType type) {
        Numbering numbering = numbering(Numbering.of(identity), type);
        return new Identity(
                identity.always(),
                numbering.start(),
                numbering.increment(),
                numbering.minValue(),
                numbering.maxValue(),
                numbering.cycle(),
                numbering.cache());
    }

    /**
     * How something counts that is read back, without what is the default of the standard: steps of 1, from the lowest number
     * on, which is 1, up to any.
     *
     * @param n    how it counts
     * @param type type of the numbers
     * @return its canonical form
     */
    protected Numbering numbering(Numbering n, DataType type) {
        boolean down = n.increment() != null && n.increment() < 0;
        long most = largest(type);
        Long lowest = unless(n.minValue(), down ? -most - 1 : 1);
        Long highest = unless(n.maxValue(), down ? -1 : most);
        Long first = down ? highest : lowest;
        long begin = first == null ? (down ? -1 : 1) : first;
        return new Numbering(
                unless(n.start(), begin),
                unless(n.increment(), 1),
                lowest,
                highest,
                n.cycle(),
                unless(n.cache(), defaultCache));
    }

    private static long largest(DataType type) {
        return type instanceof DataType.SmallInt
                ? Short.MAX_VALUE
                : type instanceof DataType.Integer ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    private static @Nullable Long unless(@Nullable Long value, long normal) {
        return value == null || value == normal ? null : value;
    }

    /**
     * The canonical form of a constraint.
     *
     * @param constraint a constraint of the table
     * @param table      its table
     * @param schema     where the table that it refers to is
     * @return its canonical form
     */
    protected TableConstraint constraint(TableConstraint constraint, Table table, Schema schema) {
        Identifier name = constraintName(constraint);
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(name, key.columns(), key.deferrability(), options(key.options()));
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new UniqueConstraint(name, unique.columns(), unique.deferrability(), options(unique.options()));
        }
        if (constraint instanceof CheckConstraint check) {
            return new CheckConstraint(
                    name, check.expression(), check.deferrability(), check.validated(), options(check.options()));
        }
        return constraint instanceof ForeignKey key ? foreignKey(key, name, table, schema) : constraint.withName(name);
    }

    private ForeignKey foreignKey(ForeignKey key, @Nullable Identifier name, Table table, Schema schema) {
        Table referred = key.referredTable().equals(table.name())
                ? table
                : schema.table(key.referredTable()).orElse(null);
        PrimaryKey primaryKey = referred == null ? null : referred.primaryKey();
        boolean implicit = key.referredColumns().isEmpty() && primaryKey != null;
        return new ForeignKey(
                name,
                key.columns(),
                key.referredTable(),
                implicit ? primaryKey.columns() : key.referredColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                key.deferrability(),
                key.validated(),
                options(key.options()));
    }

    /**
     * The name of a constraint that is read back; here its own, unless it is chosen by the database, or is that of a check where
     * checks have no names.
     *
     * @param constraint a constraint
     * @return its name, or null for one that the database chose
     */
    protected @Nullable Identifier constraintName(TableConstraint constraint) {
        Identifier name = constraint.name();
        boolean lost = constraint instanceof CheckConstraint && !dialect.can(Capability.NAMED_CHECKS);
        return name == null || lost || chosenNames.matcher(name.value()).matches() ? null : name;
    }

    /**
     * The canonical form of an index.
     *
     * @param index an index
     * @return its canonical form
     */
    protected Index index(Index index) {
        return new Index(
                index.name(),
                index.parts().stream().map(this::part).toList(),
                index.unique(),
                index.where(),
                comment(index.comment()),
                options(index.options()));
    }

    private IndexPart part(IndexPart part) {
        IndexPart.NullsOrder normal = part.descending() == nullsAreLow() ? IndexPart.NullsOrder.LAST : IndexPart.NullsOrder.FIRST;
        return new IndexPart(
                part.key(),
                part.descending(),
                part.nulls() == normal ? null : part.nulls(),
                part.collation(),
                options(part.options()));
    }

    /** {@return whether NULL comes before all values in an ascending index if nothing is said; true here} */
    protected boolean nullsAreLow() {
        return true;
    }

    /**
     * The canonical form of a view.
     *
     * @param view a view
     * @return its canonical form
     */
    protected View view(View view) {
        return new View(
                view.name(),
                view.columns(),
                view.query(),
                view.materialized(),
                comment(view.comment()),
                options(view.options()));
    }

    /**
     * The canonical form of a sequence; type and owner are kept.
     *
     * @param sequence a sequence
     * @return its canonical form
     */
    protected Sequence sequence(Sequence sequence) {
        DataType type = sequence.type();
        Numbering numbering = numbering(Numbering.of(sequence), type == null ? new DataType.BigInt() : type);
        return new Sequence(
                sequence.name(),
                type == null || type instanceof DataType.BigInt ? null : type(type),
                numbering.start(),
                numbering.increment(),
                numbering.minValue(),
                numbering.maxValue(),
                numbering.cycle(),
                numbering.cache(),
                sequence.ownedBy(),
                comment(sequence.comment()));
    }

    /**
     * The canonical form of a trigger; here itself.
     *
     * @param trigger a trigger
     * @return its canonical form
     */
    protected Trigger trigger(Trigger trigger) {
        return trigger;
    }

    /**
     * The comment that is read back.
     *
     * @param words a comment, or null
     * @return it, or null where the database keeps none
     */
    protected @Nullable String comment(@Nullable String words) {
        return dialect.can(Capability.COMMENTS) ? words : null;
    }

    /**
     * The options that are read back: here the dialect's own, without those that say what is so anyway.
     *
     * @param options options of any dialects
     * @return those that count
     */
    protected Options options(Options options) {
        return options.only(dialect.id()).effective();
    }
}
