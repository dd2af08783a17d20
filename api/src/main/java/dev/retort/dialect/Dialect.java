// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.Finding;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All that Retort knows about one version of one database. Immutable and safe for use by several threads. */
public interface Dialect {

    /** {@return the id of its provider} */
    String id();

    /** {@return the server version that it speaks to} */
    ServerVersion version();

    /** {@return what the database can do} */
    Set<Capability> capabilities();

    /** {@return how types are written and read} */
    Types types();

    /** {@return how operations are rendered} */
    Ddl ddl();

    /** {@return how a database is read} */
    Inspector inspector();

    /** {@return how other runners are kept out} */
    SessionLock lock();

    /** {@return what exceptions mean} */
    ErrorTranslator errors();

    /** {@return a fresh writer with this dialect's quoting and literals} */
    SqlWriter writer();

    /** {@return its SQL as the renderer of portable texts sees it; by default that of ISO SQL} */
    default SqlProfile sqlProfile() {
        return SqlProfile.STANDARD;
    }

    /**
     * The schema that would be read back after creating this one here. Canonical forms are what is compared; a second
     * application changes nothing.
     *
     * @param schema any schema that {@link #check} has no errors for
     * @return its canonical form
     */
    Schema canonical(Schema schema);

    /**
     * The schema with the names that the database gives to constraints without one, as far as these are certain. Whoever looks at
     * a database may use them.
     *
     * @param schema any schema that {@link #check} has no errors for
     * @return unless it is overridden, the canonical form
     */
    default Schema named(Schema schema) {
        return canonical(schema);
    }

    /**
     * What of a schema cannot be had on this database. An operation is checked by {@link Ddl#check}; here, unless it is
     * overridden, a schema is checked by the operations that would create it.
     *
     * @param schema any schema
     * @return findings without a place, possibly none
     */
    default List<Finding> check(Schema schema) {
        return SchemaCheck.of(this, schema);
    }

    /**
     * @param capability something that databases can do or not
     * @return whether this one can
     */
    default boolean can(Capability capability) {
        return capabilities().contains(capability);
    }

    /**
     * A statement as it stands in a script for the database's own client. Override it where a semicolon alone does not
     * end a statement there, as for MySQL's trigger bodies.
     *
     * @param sql one statement, without a final semicolon
     * @return the statement with what ends it
     */
    default String scriptStatement(String sql) {
        String lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
        return lastLine.contains("--") ? sql + "\n;" : sql + ";";
    }

    /** {@return the statement that begins a transaction in a script} */
    default String scriptBegin() {
        return "BEGIN";
    }

    /**
     * Settings of the session that make timeouts hold, one for each at most, with a key of its own. Unlike other settings
     * they may be made and put back inside a transaction. What the database cannot limit is left out; its page in the
     * guide says so.
     *
     * @param timeouts how long to wait
     * @return settings, none if nothing is said or none can be made
     */
    default List<Statement.SessionSetting> timeouts(Timeouts timeouts) {
        return List.of();
    }

    /**
     * Who holds locks on objects, for the report of a lock that was not obtained. Asked right after a statement gave up
     * waiting and was rolled back.
     *
     * @param connection the connection of the {@link SessionLock} where that has its own, else the one that waited; in
     *                   auto-commit mode
     * @param objects    tables and views that the statement speaks of; none if that is not known
     * @return a line for each holder, such as {@code process 4711 (psql, idle in transaction since 12:01:07): UPDATE t ...};
     *     none if it cannot be found out
     * @throws SQLException if the database refuses
     */
    default List<String> lockHolders(Connection connection, Collection<QualifiedName> objects) throws SQLException {
        return List.of();
    }
}
