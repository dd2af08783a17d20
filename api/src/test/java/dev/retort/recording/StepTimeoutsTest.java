// SPDX-License-Identifier: Apache-2.0
package dev.retort.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Timeouts;
import dev.retort.operation.Operations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimeoutsTest {

    private final Operations op = new Operations();

    @Test
    void timeoutsOfAStepAreRecordedWithIt() {
        op.dropTable("t").lockTimeout("500ms").statementTimeout("10min").idleTimeout("0");
        op.dropTable("u");
        assertEquals(
                new Timeouts(Duration.ofMillis(500), Duration.ofMinutes(10), Duration.ZERO),
                op.steps().get(0).timeouts());
        assertTrue(op.steps().get(1).timeouts().isUnset());
    }

    @Test
    void aDurationThatCannotBeReadIsFoundWhereItIsSaid() {
        op.dropTable("t").lockTimeout("5m");
        op.dropTable("u");
        Finding finding = op.findings().get(0);
        assertEquals(
                "the unit of a duration must be ms, s, min or h, but was 'm' (did you mean 5min?)", finding.message());
        assertTrue(String.valueOf(finding.location()).startsWith("StepTimeoutsTest.java:"), finding.toString());
        assertEquals(1, op.steps().size());
    }

    @Test
    void timeoutsInsideAnotherStepAreRefused() {
        op.batch("t", inner -> inner.dropColumn("t", "a").lockTimeout("5s"));
        assertEquals(
                List.of("when, allow and timeouts must be said of the step as a whole, not inside it"),
                op.findings().stream().map(Finding::message).toList());
    }
}
