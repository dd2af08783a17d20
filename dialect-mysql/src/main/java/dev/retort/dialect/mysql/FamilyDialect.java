// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.SessionLock;
import dev.retort.dialect.StandardDialect;
import dev.retort.dialect.Statement.SessionSetting;
import dev.retort.dialect.Timeouts;
import dev.retort.dialect.Types;
import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What MySQL and MariaDB have in common. */
abstract class FamilyDialect extends StandardDialect {

    final Flavor flavor;
    private final MysqlTypes types;
    private final MysqlErrors errors = new MysqlErrors();
    private final MysqlLock lock = new MysqlLock();
    private final MysqlCanonical canonical;

    FamilyDialect(Flavor flavor) {
        super(flavor.id(), flavor.version(), flavor.capabilities(), new MysqlSyntax());
        this.flavor = flavor;
        this.types = new MysqlTypes(flavor);
        this.canonical = new MysqlCanonical(flavor, flavor.collation());
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
    public Schema canonical(Schema schema) {
        return canonical.schema(schema);
    }

    @Override
    public Schema named(Schema schema) {
        SchemaBuilder named = canonical(schema).toBuilder();
        for (Table table : List.copyOf(named.tables().values())) {
            named.table(ServerNames.certain(table, flavor.isMariaDb()));
        }
        return named.build();
    }

    /** A body with semicolons in it needs another delimiter around it. */
    @Override
    public String scriptStatement(String sql) {
        if (!ScriptCutter.isCompound(Lexer.read(sql), 0) || !sql.contains(";")) {
            return super.scriptStatement(sql);
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
}
