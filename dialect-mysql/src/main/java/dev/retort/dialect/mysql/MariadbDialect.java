// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SqlProfile;

/** MariaDB from 10.6 on. Immutable and safe for use by several threads. */
public final class MariadbDialect extends FamilyDialect {

    /**
     * For a version of the server.
     *
     * @param version at least 10.6
     */
    public MariadbDialect(ServerVersion version) {
        super(new Flavor(Flavor.Family.MARIADB, version));
    }

    @Override
    public SqlProfile sqlProfile() {
        return MariadbProfile.of(flavor);
    }
}
