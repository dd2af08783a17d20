// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Ddl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SessionLock;
import dev.retort.dialect.SqlProfile;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.dialect.Timeouts;
import dev.retort.dialect.Types;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** PostgreSQL from one version of the server on. Immutable and safe for use by several threads. */
public final class PostgresDialect implements Dialect {

    private final ServerVersion version;
    private final Set<Capability> capabilities;
    private final PostgresSyntax syntax = new PostgresSyntax();
    private final PostgresTypes types;
    private final PostgresCanonical canonical;
    private final PostgresErrors errors = new PostgresErrors();
    private final PostgresLock lock = new PostgresLock();

    /**
     * For a version of the server.
     *
     * @param version at least 13; its product tells an engine that is compatible but can do less
     */
    public PostgresDialect(ServerVersion version) {
        this.version = version;
        this.capabilities = PostgresCapabilities.of(version);
        this.types = new PostgresTypes(syntax, version);
        this.canonical = new PostgresCanonical(types, new DefaultTexts(types, syntax), capabilities);
    }

    @Override
    public String id() {
        return PostgresOptions.DIALECT;
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Types types() {
        return types;
    }

    PostgresTypes postgresTypes() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new PostgresDdl(this, types, Rendering.BLANK);
    }

    @Override
    public Inspector inspector() {
        return new PostgresInspector(version, types, canonical);
    }

    @Override
    public SessionLock lock() {
        return lock;
    }

    @Override
    public List<Statement.SessionSetting> timeouts(Timeouts timeouts) {
        return PostgresTimeouts.settings(timeouts);
    }

    @Override
    public List<String> lockHolders(Connection connection, Collection<QualifiedName> objects) throws SQLException {
        return new LockHolders(connection, this::writer).of(objects);
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }

    @Override
    public SqlWriter writer() {
        return new SqlWriter(syntax);
    }

    @Override
    public SqlProfile sqlProfile() {
        return PostgresProfile.PROFILE;
    }

    @Override
    public Schema canonical(Schema schema) {
        return canonical.schema(schema);
    }

    /** What cannot be had is what the operations that would create it are refused for. */
    @Override
    public List<Finding> check(Schema schema) {
        List<Operation> creations = new ArrayList<>();
        schema.namespaces().forEach(name -> creations.add(new CreateSchema(name, false, null)));
        schema.enums().values().forEach(type -> creations.add(new CreateEnum(type, false)));
        schema.sequences().values().forEach(sequence -> creations.add(new CreateSequence(sequence, false)));
        schema.routines().values().forEach(routine -> creations.add(new CreateRoutine(routine, false)));
        schema.tables().values().forEach(table -> creations.add(CreateTable.of(table)));
        schema.views().values().forEach(view -> creations.add(new CreateView(view, false)));
        schema.triggers().values().forEach(trigger -> creations.add(new CreateTrigger(trigger, false)));
        Ddl ddl = ddl();
        return creations.stream()
                .flatMap(creation ->
                        ddl.check(new PlacedOperation(creation, SourceLocation.NONE, Schema.EMPTY, schema)).stream())
                .map(finding -> finding.at(null))
                .sorted()
                .toList();
    }
}
