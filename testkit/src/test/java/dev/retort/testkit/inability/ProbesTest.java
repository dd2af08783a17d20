// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Lack;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ProbesTest {

    @Test
    void everyCapabilityHasAProbe() {
        assertEquals(
                EnumSet.allOf(Capability.class),
                EnumSet.copyOf(Inabilities.probes().keySet()));
    }

    @Test
    void everyLackHasAProbe() {
        assertEquals(EnumSet.allOf(Lack.class), EnumSet.copyOf(LackProbes.all().keySet()));
    }
}
