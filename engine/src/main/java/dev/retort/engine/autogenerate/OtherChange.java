// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.text.Mentions;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Differences between objects that the model has no type for. One that mentions no table may be needed by tables, so it
 * comes before everything else; one that mentions tables comes last. Extensions are the first, since what they bring is
 * not named after them; what looks at every statement is the last.
 *
 * @param from the schema that is there
 * @param to   the schema that shall be
 */
record OtherChange(Schema from, Schema to) {

    static final String FIRST = "extension";
    /** What has to do with words only, never with tables. */
    private static final String OF_TEXTS = "text search";

    private static final String LAST = "event trigger";

    List<Operation> early() {
        return created()
                .filter(other -> !isLate(other))
                .sorted(Comparator.comparing(other -> !other.type().equals(FIRST)))
                .map(OtherChange::create)
                .toList();
    }

    List<Operation> late() {
        return created()
                .filter(this::isLate)
                .sorted(Comparator.<OtherObject, Boolean>comparing(
                                other -> other.type().equals(LAST))
                        .thenComparing(other -> !creates(other)))
                .map(OtherChange::create)
                .toList();
    }

    private Stream<OtherObject> created() {
        return to.others().values().stream().filter(other -> !from.others().containsKey(other.name()));
    }

    private static Operation create(OtherObject other) {
        return new Execute(other.definition(), List.of(), other.removal());
    }

    private boolean isLate(OtherObject other) {
        // A table that is called like a word of the statement does not make it wait.
        if (other.type().equals(FIRST) || other.type().startsWith(OF_TEXTS)) {
            return false;
        }
        if (other.type().equals(LAST) || !creates(other)) {
            return true;
        }
        Mentions mentions = Mentions.of(other.definition());
        return Stream.of(to.tables().keySet(), to.views().keySet())
                .flatMap(names -> names.stream())
                .map(QualifiedName::name)
                .anyMatch(name -> mentions.has(name.value()));
    }

    /** What creates nothing, but says more of what is there, comes after it. */
    private static boolean creates(OtherObject other) {
        return Mentions.textsOf(other.definition()).stream()
                .allMatch(sql -> sql.stripLeading().regionMatches(true, 0, "create", 0, 6));
    }

    List<Operation> drops() {
        List<Operation> operations = new ArrayList<>();
        for (OtherObject other : from.others().values()) {
            SqlText removal = other.removal();
            if (!to.others().containsKey(other.name()) && removal != null) {
                operations.add(new Execute(removal, List.of(), other.definition()));
            }
        }
        return operations;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (OtherObject other : to.others().values()) {
            OtherObject present = from.others().get(other.name());
            if (present != null && !present.equals(other)) {
                findings.add(notCovered(other, "is defined differently"));
            }
        }
        for (OtherObject other : from.others().values()) {
            if (!to.others().containsKey(other.name()) && other.removal() == null) {
                findings.add(notCovered(other, "is there but not wanted"));
            }
        }
        return findings;
    }

    private static Finding notCovered(OtherObject other, String what) {
        return Finding.warning(
                        ErrorCode.UNSUPPORTED,
                        "The " + other.type() + " '" + other.name() + "' " + what
                                + ", and no operation can change that.")
                .withHint("Write an execute with the statements that do.");
    }
}
