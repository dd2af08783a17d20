// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.RetortException;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.OperationVisitor;
import dev.retort.yaml.YamlSchemas;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class CaseFilesTest {

    private static final int FEWEST = 2;

    /** Java code and operations of others cannot be written in YAML. */
    private static final Set<String> WITHOUT_FILES = Set.of("run", "custom");

    /** What no case can say for all databases. */
    private static final Set<String> OF_ONE_DATABASE = Set.of("options", "prefixes", "charset", "authorization");

    private static final Map<String, String> WORDS = Map.of(
            "\\$\\{(view_)?trigger_body:\\w+}",
            "BEGIN END",
            "\\$\\{collation:\\w+}",
            "C",
            "\\$\\{routine:(\\w+)}",
            "name: $1, kind: function, definition: CREATE FUNCTION",
            "\\$\\{routine_key:(\\w+)}",
            "name: $1, kind: function");

    private static List<OperationCase> cases() {
        List<OperationCase> cases = new ArrayList<>();
        CaseFiles.all().forEach((name, text) -> {
            String filled = text;
            for (Map.Entry<String, String> word : WORDS.entrySet()) {
                filled = filled.replaceAll(word.getKey(), word.getValue());
            }
            cases.add(CaseReader.read(name, filled));
        });
        return cases;
    }

    @Test
    void everyOperationHasAFolderWithSeveralCases() {
        Set<String> operations = Arrays.stream(OperationVisitor.class.getMethods())
                .map(Method::getName)
                .map(name -> name.substring("visit".length()).replaceAll("(?<=.)([A-Z])", "_$1"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !WITHOUT_FILES.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Long> counts = cases().stream()
                .collect(Collectors.groupingBy(OperationCase::folder, TreeMap::new, Collectors.counting()));
        assertTrue(counts.remove("documented") > 50);
        assertTrue(counts.remove("difference") > 20);
        assertEquals(operations, counts.keySet());
        assertEquals(
                List.of(),
                counts.entrySet().stream()
                        .filter(folder -> folder.getValue() < FEWEST)
                        .toList());
    }

    @Test
    void aCaseIsAboutTheOperationOfItsFolder() {
        List<String> strangers = cases().stream()
                .filter(one -> !Set.of("documented", "difference").contains(one.folder()))
                .filter(one -> one.operations().stream()
                        .map(MigrationStep::operation)
                        .noneMatch(operation -> operation.keyword().equals(one.folder())))
                .map(OperationCase::name)
                .toList();
        assertEquals(List.of(), strangers);
    }

    /** Every key that an operation can have stands in some case of its folder. */
    @Test
    void everyParameterOfAnOperationIsUsed() {
        Map<String, String> texts = new TreeMap<>();
        CaseFiles.all()
                .forEach((name, text) -> texts.merge(name.substring(0, name.indexOf('/')), text, String::concat));
        texts.replaceAll(
                (folder, text) -> text.replaceAll("\\$\\{routine\\w*:", "{name: kind: arguments: definition: "));
        Map<?, ?> definitions = (Map<?, ?>) ((Map<?, ?>) new Yaml().load(YamlSchemas.migration())).get("$defs");
        List<String> unused = new ArrayList<>();
        texts.remove("difference");
        for (Map.Entry<String, String> folder : texts.entrySet()) {
            for (String key : keys(definitions.get(folder.getKey()))) {
                boolean inDefinition = key.equals("schema") && folder.getKey().endsWith("_routine");
                if (!inDefinition
                        && !OF_ONE_DATABASE.contains(key)
                        && !folder.getValue().contains(key + ":")) {
                    unused.add(folder.getKey() + "." + key);
                }
            }
        }
        assertEquals(List.of(), unused);
    }

    private static Set<String> keys(@Nullable Object definition) {
        Set<String> keys = new TreeSet<>();
        if (definition instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> properties) {
                properties.keySet().forEach(key -> keys.add(String.valueOf(key)));
            } else if (map.get("anyOf") instanceof List<?> forms) {
                forms.forEach(form -> keys.addAll(keys(form)));
            }
        }
        return keys;
    }

    @Test
    void aMistakeInACaseIsFoundAtItsPlace() {
        RetortException wrong = assertThrows(
                RetortException.class, () -> CaseReader.read("x/y", "operations:\n  - drop_tabel: items\nneds: []\n"));
        assertEquals(
                List.of("x/y.yaml:2:5", "x/y.yaml:3:1"),
                wrong.findings().stream()
                        .map(finding -> String.valueOf(finding.location()))
                        .sorted()
                        .toList());
    }

    @Test
    void anExampleWithoutACaseFails() {
        List<DocumentExample> examples =
                DocumentExample.all("text\n\n```yaml\n- drop_table: items\n- drop_table: nobody_has_this\n```\n");
        assertEquals("line 4: drop_table", examples.get(0).toString());
        assertEquals(
                "drop_table/a_table_goes_and_comes_back_empty",
                examples.get(0).find(cases()).name());
        AssertionError missing =
                assertThrows(AssertionError.class, () -> examples.get(1).find(cases()));
        assertTrue(missing.getMessage().contains("line 5"), missing.getMessage());
    }
}
