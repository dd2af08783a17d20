// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void everyNumberIsTakenOnce() {
        assertEquals(
                ErrorCode.values().length,
                Arrays.stream(ErrorCode.values())
                        .map(ErrorCode::number)
                        .distinct()
                        .count());
    }

    @Test
    void numbersStandInTheirRangesAndInOrder() {
        List<ErrorCode> codes = List.of(ErrorCode.values());
        assertTrue(codes.stream().allMatch(code -> code.number() > 1000 && code.number() < 10000));
        assertEquals(
                codes,
                codes.stream().sorted(Comparator.comparing(ErrorCode::number)).toList());
    }

    @Test
    void theExitStatusIsThatOfTheFirstError() {
        Finding note = Finding.note(ErrorCode.NOT_UP_TO_DATE, "a").at(SourceLocation.ofFile("a"));
        Finding error = Finding.error(ErrorCode.LOCK_TIMEOUT, "b").at(SourceLocation.ofFile("b"));
        assertEquals(ExitStatus.LOCKED, new RetortException(List.of(error, note)).exitStatus());
        assertEquals(ExitStatus.FINDINGS, new RetortException(note).exitStatus());
    }

    @Test
    void exitCodesAreThoseOfTheDocumentation() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6),
                Stream.of(ExitStatus.values()).map(ExitStatus::code).toList());
    }

    @Test
    void findingsAreSortedByPlaceThenSeverity() {
        Finding late = Finding.error(ErrorCode.BAD_VALUE, "late").at(new SourceLocation("a.yaml", 10, 1));
        Finding early = Finding.note(ErrorCode.BAD_VALUE, "early").at(new SourceLocation("a.yaml", 9, 7));
        Finding worse = Finding.error(ErrorCode.BAD_VALUE, "worse").at(new SourceLocation("a.yaml", 9, 7));
        assertEquals(List.of(worse, early, late), new RetortException(List.of(late, early, worse)).findings());
    }
}
