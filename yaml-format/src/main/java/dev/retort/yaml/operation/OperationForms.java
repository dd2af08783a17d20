// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.operation.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All operations by name, in the order of the documentation. */
final class OperationForms {

    private static final Map<String, OperationYaml<?, ?>> BY_KEYWORD = byKeyword();

    private OperationForms() {}

    private static Map<String, OperationYaml<?, ?>> byKeyword() {
        Map<String, OperationYaml<?, ?>> operations = new LinkedHashMap<>();
        Stream.of(
                        TableOperations.ALL,
                        ColumnOperations.ALL,
                        IndexOperations.ALL,
                        ConstraintOperations.ALL,
                        NamespaceOperations.ALL,
                        SequenceOperations.ALL,
                        EnumOperations.ALL,
                        ViewOperations.ALL,
                        RoutineOperations.ALL,
                        TriggerOperations.ALL,
                        SqlOperations.ALL,
                        RowOperations.ALL,
                        BatchOperation.ALL)
                .flatMap(List::stream)
                .forEach(operation -> operations.put(operation.keyword(), operation));
        return Collections.unmodifiableMap(operations);
    }

    static Map<String, OperationYaml<?, ?>> all() {
        return BY_KEYWORD;
    }

    static OperationYaml<?, ?> of(Operation operation) {
        OperationYaml<?, ?> found = BY_KEYWORD.get(operation.keyword());
        if (found == null) {
            throw new RetortException(Finding.error(
                            ErrorCode.INVALID_OPERATION,
                            "The operation '" + operation.keyword() + "' is Java code and cannot be written in YAML.")
                    .withHint("Write the migration in Java, or replace it by 'execute'."));
        }
        return found;
    }
}
