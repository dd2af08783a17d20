// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.testkit.Compliance;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class H2ComplianceTest {

    @TestFactory
    Stream<DynamicNode> compliance() {
        return Compliance.of(new H2Harness());
    }
}
