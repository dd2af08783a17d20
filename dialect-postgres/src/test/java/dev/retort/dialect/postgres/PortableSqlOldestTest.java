// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.testkit.server.ServerKind;

class PortableSqlOldestTest extends PortableSqlOnServer {

    PortableSqlOldestTest() {
        super(ServerKind.POSTGRES_OLDEST);
    }
}
