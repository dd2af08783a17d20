// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.dialect.InspectionScope;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.ObjectRef;
import dev.retort.project.ProjectSettings;
import dev.retort.schema.Identifier;
import dev.retort.schema.ObjectKind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What of a database a case is about: the namespaces that it names, without Retort's own tables. */
final class CaseScope {

    private static final Set<String> OWN = Set.of(ProjectSettings.VERSION_TABLE, ProjectSettings.LEDGER_TABLE);

    private CaseScope() {}

    static InspectionScope of(OperationCase one) {
        Set<Identifier> namespaces = new HashSet<>();
        Stream.concat(one.before().stream(), one.operations().stream())
                .map(MigrationStep::operation)
                .flatMap(operation ->
                        Stream.concat(operation.footprint().reads().stream(), operation.footprint().writes().stream()))
                .forEach(ref -> {
                    Identifier namespace = namespace(ref);
                    if (namespace != null) {
                        namespaces.add(namespace);
                    }
                });
        return new InspectionScope(namespaces, name -> !OWN.contains(name.name().value()));
    }

    private static @org.jspecify.annotations.Nullable Identifier namespace(ObjectRef ref) {
        return ref.kind() == ObjectKind.NAMESPACE
                ? ref.name().name()
                : ref.name().namespace();
    }
}
