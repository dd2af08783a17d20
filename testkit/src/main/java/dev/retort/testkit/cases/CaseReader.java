// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Lack;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Row;
import dev.retort.schema.QualifiedName;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlReader;
import dev.retort.yaml.operation.StepList;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.RowYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a case. Its operations have the form that they have in migrations, and stand at their places in the file. */
final class CaseReader {

    private static final List<String> KEYS =
            List.of("needs", "lacks", "before", "operations", "wanted", "difference", "rows", "undone", "irreversible");
    private static final Form<List<Capability>> NEEDS =
            Lists.of(Scalars.words("a capability", Capability.class), "a list of capabilities");
    private static final Form<List<Lack>> LACKS =
            Lists.of(Scalars.words("a lack", Lack.class), "a list of what a database may lack");
    private static final Form<List<String>> KEYWORDS = Lists.of(Scalars.TEXT, "a list of keywords of operations");
    private static final Form<List<Row>> ROWS = Lists.of(RowYaml.FORM, "a list of rows");

    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private final Reading in;

    private CaseReader(String name) {
        this.name = name;
        this.in = new Reading(name + ".yaml", findings);
    }

    /**
     * @param name the case's name
     * @param text its file, words of the harness filled in
     * @throws RetortException with everything that is wrong with it
     */
    static OperationCase read(String name, String text) {
        CaseReader reader = new CaseReader(name);
        YamlNode root = YamlReader.read(text, name + ".yaml", reader.findings);
        OperationCase read = root == null ? null : reader.read(root, text);
        if (read == null || !reader.findings.isEmpty()) {
            throw new RetortException(reader.findings);
        }
        return read;
    }

    private @Nullable OperationCase read(YamlNode root, String text) {
        if (!(root instanceof YamlNode.Mapping mapping)) {
            in.expected("a case, which has 'operations'", root, null);
            return null;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!KEYS.contains(entry.key().text())) {
                in.unknown(ErrorCode.UNKNOWN_KEY, "key", entry.key(), KEYS, " in a case");
            }
        }
        List<MigrationStep> operations = steps(mapping, "operations");
        if (mapping.has("operations") == mapping.has("difference")) {
            in.error(ErrorCode.MISSING_KEY, mapping, "A case must have either operations or a difference.", null);
        }
        return new OperationCase(
                name,
                text,
                Set.copyOf(read(mapping, "needs", NEEDS, List.of())),
                Set.copyOf(read(mapping, "lacks", LACKS, List.of())),
                steps(mapping, "before"),
                operations,
                steps(mapping, "wanted"),
                mapping.has("difference") ? read(mapping, "difference", KEYWORDS, List.of()) : null,
                rows(mapping, "rows"),
                rows(mapping, "undone"),
                read(mapping, "irreversible", Scalars.BOOLEAN, false));
    }

    private <T> T read(YamlNode.Mapping mapping, String key, Form<T> form, T otherwise) {
        T value = mapping.get(key).map(node -> form.read(node, in)).orElse(null);
        return value == null ? otherwise : value;
    }

    private List<MigrationStep> steps(YamlNode.Mapping mapping, String key) {
        return read(mapping, key, StepList.FORM, List.of());
    }

    private Map<QualifiedName, List<Row>> rows(YamlNode.Mapping mapping, String key) {
        Map<QualifiedName, List<Row>> rows = new LinkedHashMap<>();
        if (mapping.get(key).orElse(null) instanceof YamlNode.Mapping tables) {
            for (YamlNode.Entry entry : tables.entries()) {
                QualifiedName table = Names.WHOLE.read(entry.key(), in);
                List<Row> list = ROWS.read(entry.value(), in);
                if (table != null && list != null) {
                    rows.put(table, list);
                }
            }
        }
        return rows;
    }
}
