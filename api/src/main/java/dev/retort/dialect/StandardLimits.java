// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.EnumChange;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what standard statements have no words for: drops of unnamed constraints and of enum values. */
record StandardLimits(StandardDdl ddl) {

    List<Finding> check(PlacedOperation placed) {
        List<Finding> findings = new ArrayList<>();
        check(placed.operation(), placed, findings);
        Stream.concat(
                        parts(placed.operation()).flatMap(part -> Lack.in(part, ddl.lacks()).stream()),
                        placed.operation().footprint().writes().stream()
                                .flatMap(written -> limits(written, placed.after())))
                .distinct()
                .map(limit -> Finding.error(ErrorCode.UNSUPPORTED, limit + " on " + ddl.dialect.version() + ".")
                        .about(placed.operation().keyword())
                        .at(placed.location())
                        .withHint(
                                "Leave it out, or give the step a condition (when) with the dialects that it is for."))
                .forEach(findings::add);
        return findings;
    }

    private static Stream<Operation> parts(Operation operation) {
        return operation instanceof Batch batch ? batch.operations().stream() : Stream.of(operation);
    }

    private Stream<String> limits(ObjectRef written, Schema after) {
        Sequence sequence = after.sequences().get(written.name());
        return switch (written.kind()) {
            case TABLE -> after.table(written.name()).stream().flatMap(table -> Lack.in(table, ddl.lacks()).stream());
            case SEQUENCE -> sequence == null ? Stream.of() : Lack.in(sequence, ddl.lacks()).stream();
            default -> Stream.of();
        };
    }

    private void check(Operation operation, PlacedOperation placed, List<Finding> findings) {
        if (operation instanceof Batch batch) {
            batch.operations().forEach(inner -> check(inner, placed, findings));
        } else if (operation instanceof DropConstraint drop && !ddl.dropsUnnamed(drop)) {
            Constraints.find(drop, placed.before())
                    .filter(found -> found.name() == null)
                    .ifPresent(found -> findings.add(unnamed(drop, found, placed)));
        } else if (operation instanceof AlterEnum alter
                && alter.change() instanceof EnumChange.DropValue drop
                && !ddl.dropsEnumValues()) {
            findings.add(enumValue(alter, drop, placed));
        }
    }

    private Finding unnamed(DropConstraint drop, TableConstraint found, PlacedOperation placed) {
        return Finding.error(
                        ErrorCode.UNSUPPORTED,
                        "The constraint to drop has no name, and " + ddl.dialect.version()
                                + " drops a constraint by its name alone: "
                                + PartNeeds.describe(found, drop.table().toString()) + ".")
                .about(placed.operation().keyword())
                .at(placed.location())
                .withHint("Name the constraint where it is made, or give the project a naming convention.");
    }

    private Finding enumValue(AlterEnum alter, EnumChange.DropValue drop, PlacedOperation placed) {
        return Finding.error(
                        ErrorCode.UNSUPPORTED,
                        ddl.dialect.version() + " cannot take value '" + drop.value() + "' away from enum type "
                                + alter.type() + ".")
                .about(placed.operation().keyword())
                .at(placed.location())
                .withHint("Leave the value in place, or make a new type and change the columns to it.");
    }
}
