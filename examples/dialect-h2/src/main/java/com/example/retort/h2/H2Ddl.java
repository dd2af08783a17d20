// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.*;
import dev.retort.operation.*;
import dev.retort.schema.*;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** H2's statements, as far as they are not those of the standard. */
final class H2Ddl extends StandardDdl {

    H2Ddl(Dialect dialect, Rendering rendering) {
        super(dialect, rendering);
    }

    @Override
    protected StandardDdl at(Rendering surroundings) {
        return new H2Ddl(dialect, surroundings);
    }

    @Override
    protected OptionVocabulary options() {
        return OptionVocabulary.NONE;
    }

    /** A new column can have its place, though no column can be moved. */
    @Override
    protected boolean meets(Need need, PlacedOperation placed) {
        boolean placing = need.capability() == Capability.COLUMN_POSITION && placed.operation() instanceof AddColumn;
        return placing || super.meets(need, placed);
    }

    @Override
    public Set<Lack> lacks() {
        return EnumSet.allOf(Lack.class);
    }

    @Override
    protected boolean foreignKeysHoldIndexes() {
        return true;
    }

    @Override
    protected Long defaultCache() {
        return H2Dialect.CACHE;
    }

    /** From a table with a namespace, H2 looks for a plain name in that one. */
    @Override
    protected ConstraintClauses constraints() {
        boolean plain = rendering.after().namespaces().isEmpty();
        return new ConstraintClauses(dialect, plain ? null : new Identifier("PUBLIC"));
    }

    @Override
    protected ColumnClauses columns() {
        return new Columns(dialect);
    }

    private static final class Columns extends ColumnClauses {

        Columns(Dialect dialect) {
            super(dialect);
        }

        /** Always stored, so there is no word for it. */
        @Override
        public void generated(SqlWriter sql, Generated generated) {
            sql.sql("GENERATED ALWAYS AS").parenthesized(generated.expression());
        }

        @Override
        protected boolean redefines() {
            return true;
        }

        @Override
        public boolean identityKeepsEnd() {
            return true;
        }
    }

    /** H2 has BEFORE and AFTER but no FIRST. */
    @Override
    protected ColumnPosition position(AddColumn operation) {
        List<Identifier> names = rendering.columnNamesBefore(operation.table());
        return operation.position() instanceof ColumnPosition.First && !names.isEmpty()
                ? new ColumnPosition.Before(names.get(0))
                : operation.position();
    }

    @Override
    protected boolean looksUpNames() {
        return true;
    }

    @Override
    public List<Statement> visitDropConstraint(DropConstraint operation) {
        TableConstraint found = dropped(operation).orElse(null);
        Table table = rendering.before().tables().get(operation.table());
        if (found == null || table == null || found.name() != null) {
            return super.visitDropConstraint(operation);
        }
        return found instanceof PrimaryKey
                ? alterTable(table.name(), sql -> sql.sql("DROP PRIMARY KEY"))
                : one(sql -> dropUnnamed(sql, table, found));
    }

    /** H2 drops by name alone, but it executes a text that is put together, with the name that it chose. */
    private void dropUnnamed(SqlWriter sql, Table table, TableConstraint constraint) {
        String clause = "REGEXP_REPLACE(k.CHECK_CLAUSE, "
                + dialect.writer().string(H2Inspector.TYPED_NUMBER) + ", '$1$2')";
        String alter = dialect.writer().sql("ALTER TABLE").name(table.name()).sql("DROP CONSTRAINT ").toString();
        sql.sql("EXECUTE IMMEDIATE").string(alter).sql("|| (SELECT QUOTE_IDENT(MIN(c.CONSTRAINT_NAME))");
        sql.sql(new ConstraintLookup(dialect, "SCHEMA()", clause, UnicodeEscapes::encode).rows(table, constraint));
        sql.sql("AND c.CONSTRAINT_NAME REGEXP").string(H2Dialect.CHOSEN_NAME.pattern()).append(")");
    }
}
