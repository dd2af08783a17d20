// SPDX-License-Identifier: Apache-2.0
import static dev.retort.operation.Dsl.column;
import static dev.retort.operation.Dsl.integer;
import static dev.retort.operation.Dsl.primaryKey;
import static dev.retort.operation.Dsl.varchar;

import dev.retort.migration.Migration;
import dev.retort.migration.Revision;
import dev.retort.operation.Operations;

@Revision(
        id = "abc123def456",
        revises = "xyz789ghi012",
        message = "Add user roles table",
        created = "2026-01-02T20:00:00Z")
public final class AddUserRolesTable implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("user_roles", column("id", integer()).notNull(), column("name", varchar()), primaryKey("id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("user_roles");
    }
}
