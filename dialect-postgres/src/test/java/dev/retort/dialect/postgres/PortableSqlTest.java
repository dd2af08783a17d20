// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.testkit.server.ServerKind;

class PortableSqlTest extends PortableSqlOnServer {

    PortableSqlTest() {
        super(ServerKind.POSTGRES);
    }
}
