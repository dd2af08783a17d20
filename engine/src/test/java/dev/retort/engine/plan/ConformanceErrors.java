// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.FindingCode;
import dev.retort.diagnostic.RetortException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of Retort's codes stand for which kind of recorded error. */
final class ConformanceErrors {

    private static final Set<ErrorCode> UNKNOWN_NAME = EnumSet.of(
            ErrorCode.REVISION_NOT_FOUND, ErrorCode.NO_SUCH_BRANCH, ErrorCode.UNKNOWN_ROW, ErrorCode.SYMBOL_SYNTAX);
    private static final Set<ErrorCode> ANY_CYCLE = EnumSet.of(ErrorCode.CYCLE, ErrorCode.DEPENDENCY_CYCLE);
    private static final Set<ErrorCode> ANY = EnumSet.allOf(ErrorCode.class);

    private static final Map<String, Set<ErrorCode>> KINDS = Map.ofEntries(
            Map.entry("not_found", UNKNOWN_NAME),
            Map.entry("no_such_branch", UNKNOWN_NAME),
            Map.entry("ambiguous", EnumSet.of(ErrorCode.REVISION_AMBIGUOUS)),
            Map.entry("not_in_branch", EnumSet.of(ErrorCode.NOT_IN_BRANCH)),
            Map.entry("multiple_heads", EnumSet.of(ErrorCode.MULTIPLE_HEADS)),
            Map.entry("ambiguous_walk", EnumSet.of(ErrorCode.AMBIGUOUS_WALK)),
            Map.entry("ambiguous_start", EnumSet.of(ErrorCode.AMBIGUOUS_START)),
            Map.entry("relative_invalid", EnumSet.of(ErrorCode.RELATIVE_INVALID)),
            Map.entry("range_not_ancestor", EnumSet.of(ErrorCode.RANGE_NOT_ANCESTOR)),
            Map.entry("invalid_downgrade_target", EnumSet.of(ErrorCode.INVALID_DOWNGRADE_TARGET)),
            Map.entry("overlap", EnumSet.of(ErrorCode.OVERLAP)),
            Map.entry("self_loop", EnumSet.of(ErrorCode.SELF_LOOP)),
            Map.entry("dependency_self_loop", EnumSet.of(ErrorCode.DEPENDENCY_SELF_LOOP)),
            Map.entry("cycle", EnumSet.of(ErrorCode.CYCLE)),
            Map.entry("dependency_cycle", EnumSet.of(ErrorCode.DEPENDENCY_CYCLE)),
            Map.entry("missing_revision", EnumSet.of(ErrorCode.MISSING_REVISION)),
            Map.entry("duplicate_label", EnumSet.of(ErrorCode.DUPLICATE_LABEL)),
            Map.entry("illegal_id", EnumSet.of(ErrorCode.ILLEGAL_ID)));

    private static final Map<String, Set<ErrorCode>> CRASHES_THAT_MUST_FAIL = Map.of(
            "relative_overshoot",
            EnumSet.of(ErrorCode.RELATIVE_INVALID),
            "branch_not_unique",
            EnumSet.of(
                    ErrorCode.RELATIVE_INVALID,
                    ErrorCode.AMBIGUOUS_START,
                    ErrorCode.NO_SUCH_BRANCH,
                    ErrorCode.REVISION_AMBIGUOUS),
            "undetected_cycle",
            ANY_CYCLE,
            "undetected_dependency_cycle",
            ANY_CYCLE);

    private ConformanceErrors() {}

    /** What is wrong with this outcome where Alembic failed: an empty text if nothing is. */
    static String judge(String questionKind, JsonNode error, @Nullable RetortException thrown) {
        String kind = error.get("kind").asText();
        boolean mayPass = false;
        Set<ErrorCode> allowed = KINDS.getOrDefault(kind, ANY);
        if (kind.equals("internal")) {
            String reason = error.get("reason").asText();
            boolean mustPass =
                    reason.equals("row_conflict") && Set.of("upgrade", "apply").contains(questionKind);
            if (mustPass) {
                return thrown == null ? "" : "must work, but " + describe(thrown);
            }
            mayPass = !CRASHES_THAT_MUST_FAIL.containsKey(reason);
            allowed = CRASHES_THAT_MUST_FAIL.getOrDefault(reason, ANY);
        }
        if (thrown == null) {
            return mayPass ? "" : "must fail with " + kind;
        }
        // Alembic stops at the first fault of a graph; here all of them are told, in an order of their own.
        List<FindingCode> codes = thrown.findings().stream()
                .limit(questionKind.equals("structure") ? Integer.MAX_VALUE : 1)
                .map(Finding::code)
                .toList();
        boolean worded = thrown.findings().stream().noneMatch(f -> f.message().isBlank());
        return codes.stream().anyMatch(allowed::contains) && worded
                ? ""
                : "must fail with " + kind + ", but " + describe(thrown);
    }

    static String describe(RetortException thrown) {
        List<Finding> findings = thrown.findings();
        return findings.stream().map(f -> f.code() + ": " + f).collect(Collectors.joining("; "));
    }
}
