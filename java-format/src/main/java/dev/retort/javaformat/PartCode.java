// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.javaformat.Code.Raw;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.List;

/** Writes columns, constraints and indexes. */
final class PartCode {

    private final Imports imports;
    private final ValueCode values;
    private final TypeCode types;

    PartCode(Imports imports, ValueCode values) {
        this.imports = imports;
        this.values = values;
        this.types = new TypeCode(values);
    }

    TypeCode types() {
        return types;
    }

    Code column(Column column) {
        Words words = Words.call("column", Words.text(column.name()), types.type(column.type()));
        if (column.identity() != null) {
            identity(words, column.identity());
        }
        if (column.generated() != null) {
            generated(words, column.generated());
        }
        words.thenIf(!column.nullable(), "notNull");
        if (column.defaultValue() != null) {
            words.then("defaultTo", defaultValue(column.defaultValue()));
        }
        words.thenText("comment", column.comment());
        return values.options(words, column.options()).code();
    }

    Code defaultValue(DefaultValue value) {
        return value instanceof DefaultValue.Constant constant
                ? values.literal(constant.value())
                : values.sql(((DefaultValue.Expression) value).sql());
    }

    void identity(Words words, Identity identity) {
        if (identity.equals(Identity.DEFAULT)) {
            words.then("identity");
            return;
        }
        words.then(
                "identity",
                Words.call("identity")
                        .thenIf(identity.always(), "always")
                        .thenNumber("startWith", identity.start())
                        .thenNumber("incrementBy", identity.increment())
                        .thenNumber("minValue", identity.minValue())
                        .thenNumber("maxValue", identity.maxValue())
                        .thenIf(identity.cycle(), "cycle")
                        .thenNumber("cache", identity.cache())
                        .code());
    }

    void generated(Words words, Generated generated) {
        words.then(generated.stored() ? "storedAs" : "virtualAs", values.sqlOrString(generated.expression()));
    }

    Code constraint(TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return primaryKey(key);
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique(unique);
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        return constraint instanceof CheckConstraint check ? check(check) : exclusion((ExclusionConstraint) constraint);
    }

    Code primaryKey(PrimaryKey key) {
        Words words = Words.call("primaryKey", Words.texts(key.columns()));
        return named(words, key, key.deferrability(), key.options());
    }

    Code unique(UniqueConstraint unique) {
        Words words = Words.call("unique", Words.texts(unique.columns()));
        return named(words, unique, unique.deferrability(), unique.options());
    }

    Code foreignKey(ForeignKey key) {
        Words words = Words.call("foreignKey", Words.texts(key.columns()))
                .then(
                        "references",
                        Words.list(values.nameOrString(key.referredTable()), Words.texts(key.referredColumns())));
        action(words, "onDelete", key.onDelete());
        action(words, "onUpdate", key.onUpdate());
        if (key.match() != MatchType.SIMPLE) {
            words.then("match", constant(key.match()));
        }
        words.thenIf(!key.validated(), "notValid");
        return named(words, key, key.deferrability(), key.options());
    }

    private void action(Words words, String event, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION) {
            words.then(event, constant(action));
        }
    }

    Code check(CheckConstraint check) {
        Words words =
                Words.call("check", values.sqlOrString(check.expression())).thenIf(!check.validated(), "notValid");
        return named(words, check, check.deferrability(), check.options());
    }

    Code exclusion(ExclusionConstraint exclusion) {
        Words words = Words.call("exclusion");
        exclusion
                .elements()
                .forEach(element -> words.then(
                        "with",
                        isPlain(element.part()) ? columnName(element.part()) : part(element.part()),
                        Words.text(element.operator())));
        words.thenText("using", exclusion.method());
        if (exclusion.where() != null) {
            words.then("where", values.sqlOrString(exclusion.where()));
        }
        return named(words, exclusion, exclusion.deferrability(), exclusion.options());
    }

    private Code named(Words words, TableConstraint constraint, Deferrability deferrability, Options options) {
        words.thenText("named", constraint.name());
        if (deferrability != Deferrability.NOT_DEFERRABLE) {
            words.then("deferrability", constant(deferrability));
        }
        return values.options(words, options).code();
    }

    /** A constant of an enum of the model. */
    Code constant(Enum<?> constant) {
        return new Raw(imports.use(constant.getDeclaringClass()) + "." + constant.name());
    }

    Code index(Index index) {
        Words words = Words.call("index", parts(index.parts())).thenText("named", index.name());
        return indexTail(words, index).code();
    }

    Words indexTail(Words words, Index index) {
        words.thenIf(index.unique(), "unique");
        if (index.where() != null) {
            words.then("where", values.sqlOrString(index.where()));
        }
        words.thenText("comment", index.comment());
        return values.options(words, index.options());
    }

    /** The parts of an index: plain strings if all of them are plain columns. */
    List<Code> parts(List<IndexPart> parts) {
        return parts.stream().allMatch(PartCode::isPlain)
                ? parts.stream().map(PartCode::columnName).toList()
                : parts.stream().map(this::part).toList();
    }

    private static boolean isPlain(IndexPart part) {
        return part.key() instanceof IndexKey.OfColumn column
                && part.equals(IndexPart.column(column.name().value()));
    }

    private static Code columnName(IndexPart part) {
        return Words.text(((IndexKey.OfColumn) part.key()).name());
    }

    private Code part(IndexPart part) {
        Words words = part.key() instanceof IndexKey.OfColumn column
                ? Words.call("part", Words.text(column.name()))
                : Words.call("expression", values.sqlOrString(((IndexKey.OfExpression) part.key()).sql()));
        words.thenIf(part.descending(), "desc")
                .thenIf(part.nulls() == IndexPart.NullsOrder.FIRST, "nullsFirst")
                .thenIf(part.nulls() == IndexPart.NullsOrder.LAST, "nullsLast")
                .thenText("collate", part.collation());
        return values.options(words, part.options()).code();
    }
}
