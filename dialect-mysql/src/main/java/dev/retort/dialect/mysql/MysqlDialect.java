// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SqlProfile;

/** MySQL from 8.0 on, and what speaks like it. Immutable and safe for use by several threads. */
public final class MysqlDialect extends FamilyDialect {

    /**
     * For a version of the server.
     *
     * @param version at least 8.0
     */
    public MysqlDialect(ServerVersion version) {
        super(new Flavor(Flavor.Family.MYSQL, version));
    }

    @Override
    public SqlProfile sqlProfile() {
        return MysqlProfile.of(flavor);
    }
}
