// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.testkit.Laws;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class H2LawsTest {

    @TestFactory
    Stream<DynamicNode> laws() {
        return Laws.of(new H2Harness());
    }
}
