// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import dev.retort.dialect.Capability;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Probes of constraints. */
final class ConstraintProbes {

    private static final String T = "CREATE TABLE [t] ([id] <int> NOT NULL PRIMARY KEY, [n] <int>)";
    private static final String CHECKED =
            "CREATE TABLE [t] ([id] <int>, [n] <int>, CONSTRAINT [positive] CHECK ([n] > 0))";

    private ConstraintProbes() {}

    static Map<Capability, Probe> all() {
        Map<Capability, Probe> probes = new EnumMap<>(Capability.class);
        probes.put(Capability.ALTER_CONSTRAINTS, ConstraintProbes::alter);
        probes.put(Capability.DEFERRABLE_CONSTRAINTS, ConstraintProbes::deferrable);
        probes.put(Capability.DEFERRABLE_UNIQUE, ConstraintProbes::deferrableUnique);
        probes.put(Capability.NAMED_CHECKS, ConstraintProbes::named);
        probes.put(Capability.RENAME_CONSTRAINT, ConstraintProbes::rename);
        probes.put(Capability.NOT_VALID_CONSTRAINTS, ConstraintProbes::notValid);
        probes.put(Capability.EXCLUSION_CONSTRAINTS, ConstraintProbes::exclusion);
        return probes;
    }

    private static boolean alter(Attempt at) throws SQLException {
        at.run(T, "ALTER TABLE [t] ADD CONSTRAINT [once] UNIQUE ([n])", "INSERT INTO [t] VALUES (1, 1)");
        boolean added = at.refuses("INSERT INTO [t] VALUES (2, 1)");
        at.run("ALTER TABLE [t] DROP CONSTRAINT [once]");
        return added && at.takes("INSERT INTO [t] VALUES (2, 1)");
    }

    private static boolean deferrable(Attempt at) throws SQLException {
        at.run(
                "CREATE TABLE [p] ([id] <int> NOT NULL PRIMARY KEY)",
                "CREATE TABLE [t] ([id] <int> NOT NULL PRIMARY KEY, [n] <int>, CONSTRAINT [fk] FOREIGN KEY ([n])"
                        + " REFERENCES [p] ([id]) DEFERRABLE INITIALLY DEFERRED)");
        at.connection().setAutoCommit(false);
        try {
            at.run("INSERT INTO [t] VALUES (1, 1)", "INSERT INTO [p] VALUES (1)");
            at.connection().commit();
        } finally {
            at.connection().rollback();
            at.connection().setAutoCommit(true);
        }
        return at.refuses("INSERT INTO [t] VALUES (2, 2)");
    }

    private static boolean deferrableUnique(Attempt at) throws SQLException {
        at.run(
                "CREATE TABLE [t] ([n] <int>, CONSTRAINT [once] UNIQUE ([n]) DEFERRABLE INITIALLY DEFERRED)",
                "INSERT INTO [t] VALUES (1)",
                "INSERT INTO [t] VALUES (2)");
        at.connection().setAutoCommit(false);
        try {
            at.run("UPDATE [t] SET [n] = 2 WHERE [n] = 1", "DELETE FROM [t]", "INSERT INTO [t] VALUES (1)");
            at.connection().commit();
        } finally {
            at.connection().rollback();
            at.connection().setAutoCommit(true);
        }
        return at.refuses("INSERT INTO [t] VALUES (1)");
    }

    private static boolean named(Attempt at) throws SQLException {
        at.run(CHECKED);
        boolean checks = at.refuses("INSERT INTO [t] VALUES (1, 0)");
        at.run("ALTER TABLE [t] DROP CONSTRAINT [positive]");
        return checks && at.takes("INSERT INTO [t] VALUES (1, 0)");
    }

    private static boolean rename(Attempt at) throws SQLException {
        at.run(CHECKED, "ALTER TABLE [t] RENAME CONSTRAINT [positive] TO [above]");
        boolean checks = at.refuses("INSERT INTO [t] VALUES (1, 0)");
        at.run("ALTER TABLE [t] DROP CONSTRAINT [above]");
        return checks && at.takes("INSERT INTO [t] VALUES (1, 0)");
    }

    private static boolean notValid(Attempt at) throws SQLException {
        at.run(
                T,
                "INSERT INTO [t] VALUES (1, 0)",
                "ALTER TABLE [t] ADD CONSTRAINT [positive] CHECK ([n] > 0) NOT VALID");
        return at.refuses("INSERT INTO [t] VALUES (2, 0)");
    }

    private static boolean exclusion(Attempt at) throws SQLException {
        at.run("CREATE TABLE [t] ([n] <int>, CONSTRAINT [apart] EXCLUDE ([n] WITH =))", "INSERT INTO [t] VALUES (1)");
        return at.refuses("INSERT INTO [t] VALUES (1)");
    }
}
