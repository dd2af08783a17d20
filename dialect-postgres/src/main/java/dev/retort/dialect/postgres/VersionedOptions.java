// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.ServerVersion;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds options that a version does not have yet. */
record VersionedOptions(ServerVersion version) {

    private static final Map<String, Integer> SINCE = Map.of(
            PostgresOptions.COMPRESSION, 14,
            PostgresOptions.NULLS_NOT_DISTINCT, 15,
            PostgresOptions.ON_DELETE_COLUMNS, 15,
            PostgresOptions.SECURITY_INVOKER, 15,
            PostgresOptions.WITHOUT_OVERLAPS, 18,
            PostgresOptions.PERIOD, 18,
            PostgresOptions.NOT_NULL, 18,
            PostgresOptions.NOT_ENFORCED, 18);

    List<Finding> check(PlacedOperation placed) {
        List<Options> options = new ArrayList<>();
        collect(placed.operation(), options);
        List<Finding> findings = new ArrayList<>();
        for (Options each : options) {
            each.forDialect(PostgresOptions.DIALECT).forEach((name, value) -> {
                Integer since = SINCE.get(name);
                boolean needless = name.equals(PostgresOptions.NOT_NULL) && NotNullNames.isChosen(value.toString());
                boolean said = !Boolean.FALSE.equals(value) && !needless;
                if (since != null && !version.isAtLeast(since, 0) && said) {
                    findings.add(Finding.error(
                                    ErrorCode.UNSUPPORTED,
                                    "Option '" + name + "' needs PostgreSQL " + since + ", but the server is " + version
                                            + ".")
                            .about(placed.operation().keyword())
                            .at(placed.location())
                            .withHint("Leave it out, or give the step a condition (when)."));
                }
            });
        }
        return findings;
    }

    private static void collect(Operation operation, List<Options> options) {
        if (operation instanceof Batch batch) {
            batch.operations().forEach(inner -> collect(inner, options));
        } else if (operation instanceof CreateTable create) {
            Table table = create.table();
            table.columns().forEach(column -> options.add(column.options()));
            PrimaryKey primary = table.primaryKey();
            options.add(primary == null ? Options.NONE : primary.options());
            table.uniques().forEach(unique -> options.add(unique.options()));
            table.foreignKeys().forEach(key -> options.add(key.options()));
            table.checks().forEach(check -> options.add(check.options()));
            table.indexes().forEach(index -> options.add(index.options()));
        } else if (operation instanceof AddColumn add) {
            options.add(add.column().options());
        } else if (operation instanceof AlterColumn alter) {
            options.add(alter.options());
        } else if (operation instanceof AddUnique add) {
            options.add(add.unique().options());
        } else if (operation instanceof AddPrimaryKey add) {
            options.add(add.primaryKey().options());
        } else if (operation instanceof AddForeignKey add) {
            options.add(add.foreignKey().options());
        } else if (operation instanceof AddCheck add) {
            options.add(add.check().options());
        } else if (operation instanceof CreateIndex create) {
            options.add(create.index().options());
        } else if (operation instanceof CreateView create) {
            options.add(create.view().options());
        } else if (operation instanceof ReplaceView replace) {
            options.add(replace.view().options());
        }
    }
}
