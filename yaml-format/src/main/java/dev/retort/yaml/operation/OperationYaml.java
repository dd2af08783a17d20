// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.operation.Operation;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation in YAML.
 *
 * @param keyword its name, as {@link Operation#keyword()}
 * @param type    its record
 * @param form    the form of what stands behind the name
 * @param to      the operations that it means; usually one
 * @param from    what is written for an operation
 * @param <F>     type of what stands behind the name
 * @param <O>     the operation
 */
record OperationYaml<F, O extends Operation>(
        String keyword, Class<O> type, Form<F> form, Function<F, List<Operation>> to, Function<O, F> from) {

    static <O extends Operation> OperationYaml<O, O> of(String keyword, Class<O> type, Form<O> form) {
        return new OperationYaml<>(keyword, type, form, List::of, operation -> operation);
    }

    @Nullable
    List<Operation> read(YamlNode node, Reading in) {
        F value = form.read(node, in);
        return value == null ? null : to.apply(value);
    }

    YamlNode write(Operation operation) {
        return form.write(from.apply(type.cast(operation)));
    }

    Map<String, Object> schema(Definitions definitions) {
        return form.schema(definitions);
    }
}
