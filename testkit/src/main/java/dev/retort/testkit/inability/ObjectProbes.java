// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import dev.retort.dialect.Capability;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Probes of schemas, sequences, enum types, views, routines and triggers. */
final class ObjectProbes {

    private ObjectProbes() {}

    static Map<Capability, Probe> all() {
        Map<Capability, Probe> probes = new EnumMap<>(Capability.class);
        probes.put(Capability.SCHEMAS, ObjectProbes::schemas);
        probes.put(Capability.SEQUENCES, ObjectProbes::sequences);
        probes.put(Capability.ENUM_TYPES, ObjectProbes::enumTypes);
        probes.put(Capability.MATERIALIZED_VIEWS, ObjectProbes::materializedViews);
        probes.put(Capability.ROUTINES, ObjectProbes::routines);
        probes.put(Capability.TRIGGERS, ObjectProbes::triggers);
        return probes;
    }

    /** A namespace may outlive the database of the probe, so it is dropped whatever happens. */
    private static boolean schemas(Attempt at) throws SQLException {
        at.run("CREATE SCHEMA [retort_probe]");
        try {
            at.run("CREATE TABLE [retort_probe].[t] ([n] <int>)", "INSERT INTO [retort_probe].[t] VALUES (5)");
            boolean there = at.gives("5", "SELECT [n] FROM [retort_probe].[t]");
            at.run("DROP TABLE [retort_probe].[t]");
            return there;
        } finally {
            at.run("DROP SCHEMA [retort_probe]");
        }
    }

    private static boolean sequences(Attempt at) throws SQLException {
        at.run("CREATE SEQUENCE [numbers] START WITH 7");
        return at.takes("SELECT NEXT VALUE FOR [numbers]") || at.takes("SELECT nextval('numbers')");
    }

    private static boolean enumTypes(Attempt at) throws SQLException {
        at.run("CREATE TYPE [mood] AS ENUM ('sad', 'ok')", "CREATE TABLE [t] ([m] [mood])");
        at.run("INSERT INTO [t] VALUES ('ok')");
        return at.refuses("INSERT INTO [t] VALUES ('other')");
    }

    private static boolean materializedViews(Attempt at) throws SQLException {
        at.run(
                "CREATE TABLE [t] ([n] <int>)",
                "INSERT INTO [t] VALUES (1)",
                "CREATE MATERIALIZED VIEW [v] AS SELECT [n] FROM [t]",
                "INSERT INTO [t] VALUES (2)");
        return at.gives("1", "SELECT count(*) FROM [v]");
    }

    private static boolean routines(Attempt at) throws SQLException {
        at.run("CREATE FUNCTION [add_one](n <int>) RETURNS <int> RETURN n + 1");
        return at.gives("6", "SELECT [add_one](5)");
    }

    private static boolean triggers(Attempt at) throws SQLException {
        at.run(
                "CREATE TABLE [t] ([n] <int>)",
                "CREATE TABLE [log] ([n] <int>)",
                "CREATE TRIGGER [tr] AFTER INSERT ON [t] FOR EACH ROW INSERT INTO [log] VALUES (5)",
                "INSERT INTO [t] VALUES (1)");
        return at.gives("5", "SELECT [n] FROM [log]");
    }
}
