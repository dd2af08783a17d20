// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.testkit.server.ServerKind;

class PostgresComplianceTest extends ComplianceOnServer {

    PostgresComplianceTest() {
        super(ServerKind.POSTGRES);
    }
}
