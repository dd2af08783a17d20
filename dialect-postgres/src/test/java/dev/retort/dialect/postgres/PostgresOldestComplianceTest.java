// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.testkit.server.ServerKind;

class PostgresOldestComplianceTest extends ComplianceOnServer {

    PostgresOldestComplianceTest() {
        super(ServerKind.POSTGRES_OLDEST);
    }
}
