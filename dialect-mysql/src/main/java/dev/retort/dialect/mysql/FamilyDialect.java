// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

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
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement.SessionSetting;
import dev.retort.dialect.Timeouts;
import dev.retort.dialect.Types;
import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.operation.CreateRoutine;
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

/** What MySQL and MariaDB have in common. */
abstract class FamilyDialect implements Dialect {

    final Flavor flavor;
    private final Set<Capability> capabilities;
    private final MysqlTypes types;
    private final MysqlSyntax syntax = new MysqlSyntax();
    private final MysqlErrors errors = new MysqlErrors();
    private final MysqlLock lock = new MysqlLock();
    private final MysqlCanonical canonical;

    FamilyDialect(Flavor flavor) {
        this.flavor = flavor;
        this.capabilities = flavor.capabilities();
        this.types = new MysqlTypes(flavor);
        this.canonical = new MysqlCanonical(flavor, flavor.collation());
    }

    @Override
    public String id() {
        return flavor.id();
    }

    @Override
    public ServerVersion version() {
        return flavor.version();
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new MysqlDdl(this, flavor, Rendering.BLANK);
    }

    @Override
    public Inspector inspector() {
        return new MysqlInspector(flavor);
    }

    @Override
    public SessionLock lock() {
        return lock;
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
    public Schema canonical(Schema schema) {
        return canonical.schema(schema);
    }

    /** A body with semicolons in it needs another delimiter around it. */
    @Override
    public String scriptStatement(String sql) {
        if (!ScriptCutter.isCompound(Lexer.read(sql), 0) || !sql.contains(";")) {
            return Dialect.super.scriptStatement(sql);
        }
        String delimiter = "//";
        while (sql.contains(delimiter)) {
            delimiter += "/";
        }
        return "DELIMITER " + delimiter + "\n" + sql + "\n" + delimiter + "\nDELIMITER ;";
    }

    @Override
    public String scriptBegin() {
        return "START TRANSACTION";
    }

    @Override
    public List<SessionSetting> timeouts(Timeouts timeouts) {
        return new SessionTimeouts(flavor).settings(timeouts);
    }

    @Override
    public List<String> lockHolders(Connection connection, Collection<QualifiedName> objects) throws SQLException {
        return LockHolders.of(flavor, connection, objects);
    }

    /** What cannot be had is what the operations that would create it are refused for. */
    @Override
    public List<Finding> check(Schema schema) {
        List<Operation> creations = new ArrayList<>();
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
