// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.Revision;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.project.DurationText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a header of what an annotation says. */
final class HeaderBuilder {

    private static final List<String> ELEMENTS = List.of(
            "id",
            "revises",
            "message",
            "created",
            "labels",
            "dependsOn",
            "transaction",
            "lockTimeout",
            "statementTimeout",
            "idleTimeout");

    private final List<Finding> findings;
    private final Map<String, List<Value>> elements = new LinkedHashMap<>();

    /** A text with its place. */
    record Value(String text, SourceLocation place) {}

    HeaderBuilder(List<Finding> findings) {
        this.findings = findings;
    }

    /** The header of a compiled class. */
    static Outcome<MigrationHeader> of(Revision revision, SourceLocation place, List<Finding> findings) {
        HeaderBuilder header = new HeaderBuilder(findings);
        header.elements.put("id", values(place, revision.id()));
        header.elements.put("revises", values(place, revision.revises()));
        header.elements.put("message", values(place, revision.message()));
        header.elements.put("created", values(place, revision.created()));
        header.elements.put("labels", values(place, revision.labels()));
        header.elements.put("dependsOn", values(place, revision.dependsOn()));
        header.elements.put("transaction", values(place, revision.transaction().name()));
        header.elements.put("lockTimeout", values(place, revision.lockTimeout()));
        header.elements.put("statementTimeout", values(place, revision.statementTimeout()));
        header.elements.put("idleTimeout", values(place, revision.idleTimeout()));
        return header.build(place);
    }

    private static List<Value> values(SourceLocation place, String... texts) {
        return Arrays.stream(texts).map(text -> new Value(text, place)).toList();
    }

    void set(String element, SourceLocation place, List<Value> values) {
        if (!ELEMENTS.contains(element)) {
            findings.add(Finding.error(
                            ErrorCode.UNKNOWN_KEY,
                            "@Revision has no element '" + element + "'; it has " + String.join(", ", ELEMENTS) + ".")
                    .at(place)
                    .withHint(new NearMatches(ELEMENTS).question(element)));
        } else if (elements.putIfAbsent(element, List.copyOf(values)) != null) {
            findings.add(Finding.error(ErrorCode.DUPLICATE_KEY, "@Revision has the element '" + element + "' twice.")
                    .at(place));
        }
    }

    Outcome<MigrationHeader> build(SourceLocation place) {
        if (values("id").size() != 1) {
            findings.add(Finding.error(ErrorCode.MISSING_KEY, "@Revision must have one id.")
                    .at(place)
                    .withHint("Add id = \"...\" to the annotation."));
        }
        List<RevisionId> ids = ids("id");
        List<RevisionId> revises = ids("revises");
        Instant created = created();
        TransactionMode transaction = transaction();
        Timeouts timeouts =
                new Timeouts(duration("lockTimeout"), duration("statementTimeout"), duration("idleTimeout"));
        if (!findings.isEmpty() || ids.isEmpty()) {
            return Outcome.failed(findings);
        }
        return Outcome.of(new MigrationHeader(
                ids.get(0),
                revises,
                texts("dependsOn"),
                texts("labels"),
                String.join("", texts("message")),
                created,
                transaction,
                timeouts,
                place));
    }

    private List<Value> values(String element) {
        return elements.getOrDefault(element, List.of());
    }

    private List<String> texts(String element) {
        return values(element).stream().map(Value::text).toList();
    }

    private List<RevisionId> ids(String element) {
        return values(element).stream().map(this::id).filter(Objects::nonNull).toList();
    }

    private @Nullable RevisionId id(Value value) {
        String problem = RevisionId.problemWith(value.text());
        if (problem == null) {
            return new RevisionId(value.text());
        }
        findings.add(
                Finding.error(ErrorCode.ILLEGAL_ID, "revision id must " + problem + ", but was '" + value.text() + "'")
                        .at(value.place()));
        return null;
    }

    private @Nullable Instant created() {
        for (Value value : values("created")) {
            if (!value.text().isEmpty()) {
                try {
                    return OffsetDateTime.parse(value.text()).toInstant();
                } catch (DateTimeException e) {
                    findings.add(Finding.error(
                                    ErrorCode.BAD_VALUE,
                                    "created must be an ISO 8601 instant such as 2026-01-02T20:00:00Z, but was '"
                                            + value.text() + "'")
                            .at(value.place()));
                }
            }
        }
        return null;
    }

    private @Nullable Duration duration(String element) {
        for (Value value : values(element)) {
            if (!value.text().isEmpty()) {
                try {
                    return DurationText.parse(value.text());
                } catch (IllegalArgumentException unreadable) {
                    findings.add(Finding.error(ErrorCode.BAD_VALUE, element + ": " + unreadable.getMessage())
                            .at(value.place()));
                }
            }
        }
        return null;
    }

    private TransactionMode transaction() {
        for (Value value : values("transaction")) {
            for (TransactionMode mode : TransactionMode.values()) {
                if (mode.name().equals(value.text())) {
                    return mode;
                }
            }
            findings.add(Finding.error(
                            ErrorCode.BAD_VALUE,
                            "transaction must be TransactionMode.AUTO or TransactionMode.NONE, but was '" + value.text()
                                    + "'")
                    .at(value.place()));
        }
        return TransactionMode.AUTO;
    }
}
