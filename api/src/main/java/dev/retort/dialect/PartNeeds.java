// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what columns, constraints and indexes need of a database. */
final class PartNeeds {

    private final List<Need> needs = new ArrayList<>();

    List<Need> found() {
        return needs;
    }

    void add(Capability capability, String subject) {
        Need need = new Need(capability, subject);
        if (!needs.contains(need)) {
            needs.add(need);
        }
    }

    void addIf(boolean condition, Capability capability, String subject) {
        if (condition) {
            add(capability, subject);
        }
    }

    void parts(OperationParts parts) {
        parts.columns().forEach(column -> column(column, parts.table() + "." + column.name()));
        parts.constraints().forEach(constraint -> constraint(constraint, parts.table() + ""));
        parts.indexes().forEach(index -> index(index, parts.table() + ""));
    }

    private void column(Column column, String name) {
        type(column.type(), "the type of column " + name);
        addIf(column.comment() != null, Capability.COMMENTS, "the comment on column " + name);
        identity(column.identity(), name);
        generated(column.generated(), name);
    }

    void type(DataType type, String subject) {
        DataType element = type;
        while (element instanceof DataType.Array array) {
            add(Capability.ARRAYS, subject);
            element = array.element();
        }
        addIf(element instanceof DataType.Enum, Capability.ENUMS, subject);
    }

    void identity(@Nullable Identity identity, String column) {
        if (identity != null) {
            add(Capability.IDENTITY, "the identity of column " + column);
            addIf(
                    !identity.equals(Identity.DEFAULT),
                    Capability.IDENTITY_OPTIONS,
                    "an option of the identity of column " + column);
        }
    }

    void generated(@Nullable Generated generated, String column) {
        if (generated != null) {
            add(
                    generated.stored() ? Capability.GENERATED_STORED : Capability.GENERATED_VIRTUAL,
                    "the computation of column " + column);
        }
    }

    private void constraint(TableConstraint constraint, String table) {
        String subject = describe(constraint, table);
        if (constraint instanceof PrimaryKey key) {
            deferrable(key.deferrability(), Capability.DEFERRABLE_UNIQUE, subject);
        } else if (constraint instanceof UniqueConstraint unique) {
            deferrable(unique.deferrability(), Capability.DEFERRABLE_UNIQUE, subject);
        } else if (constraint instanceof ForeignKey key) {
            deferrable(key.deferrability(), Capability.DEFERRABLE_CONSTRAINTS, subject);
            addIf(!key.validated(), Capability.NOT_VALID_CONSTRAINTS, subject);
        } else if (constraint instanceof CheckConstraint check) {
            deferrable(check.deferrability(), Capability.DEFERRABLE_CONSTRAINTS, subject);
            addIf(!check.validated(), Capability.NOT_VALID_CONSTRAINTS, subject);
            addIf(check.name() != null, Capability.NAMED_CHECKS, "the name of " + subject);
        } else if (constraint instanceof ExclusionConstraint) {
            add(Capability.EXCLUSION_CONSTRAINTS, subject);
        }
    }

    private void deferrable(Deferrability deferrability, Capability capability, String subject) {
        addIf(deferrability != Deferrability.NOT_DEFERRABLE, capability, subject);
    }

    static String describe(TableConstraint constraint, String table) {
        String kind = switch (constraint.kind()) {
            case PRIMARY_KEY -> "the primary key";
            case UNIQUE -> "unique constraint";
            case FOREIGN_KEY -> "foreign key";
            case CHECK -> "check";
            case EXCLUSION -> "exclusion constraint";
        };
        String name = constraint.name() == null ? "" : " " + constraint.name();
        return kind + name + " of table " + table;
    }

    private void index(Index index, String table) {
        String subject = "index" + (index.name() == null ? "" : " " + index.name()) + " of table " + table;
        addIf(index.where() != null, Capability.PARTIAL_INDEX, subject);
        addIf(index.comment() != null, Capability.COMMENTS, "the comment on " + subject);
        for (IndexPart part : index.parts()) {
            addIf(part.key() instanceof IndexKey.OfExpression, Capability.EXPRESSION_INDEX, subject);
            addIf(part.descending(), Capability.DESCENDING_INDEX, subject);
            addIf(part.nulls() != null, Capability.INDEX_NULLS_ORDER, subject);
        }
    }
}
