// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.migration.Condition;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Operation;
import dev.retort.yaml.YamlMigrationFormat;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlReader;
import dev.retort.yaml.operation.StepList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example in a text: one operation of a list, or the upgrade of a whole migration.
 *
 * @param line  the line of the text that it begins in
 * @param steps what it does; several where one operation is written for more
 */
record DocumentExample(int line, List<MigrationStep> steps) {

    private static final Pattern BLOCK = Pattern.compile("^```yaml *\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String DISPLAY = "example";

    /** What is compared of a step: not where it stands. */
    private record Content(Operation operation, Condition when) {}

    static List<DocumentExample> all(String markdown) {
        List<DocumentExample> examples = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(markdown);
        while (matcher.find()) {
            int line = (int) markdown.substring(0, matcher.start(1)).lines().count();
            examples.addAll(block(matcher.group(1), line));
        }
        return examples;
    }

    private static List<DocumentExample> block(String text, int line) {
        List<Finding> findings = new ArrayList<>();
        YamlNode root = YamlReader.read(text, DISPLAY, findings);
        if (root instanceof YamlNode.Sequence list) {
            List<DocumentExample> examples = new ArrayList<>();
            for (YamlNode item : list.items()) {
                List<MigrationStep> steps = StepList.FORM.read(
                        new YamlNode.Sequence(List.of(item), item.place()), new Reading(DISPLAY, findings));
                if (steps != null) {
                    examples.add(new DocumentExample(line + item.place().line(), steps));
                }
            }
            if (findings.isEmpty()) {
                return examples;
            }
        } else if (findings.isEmpty()) {
            return List.of(new DocumentExample(line + 1, migration(text)));
        }
        throw new RetortException(findings);
    }

    private static List<MigrationStep> migration(String text) {
        try {
            Path file = Files.createTempFile(DISPLAY, ".yaml");
            try {
                return new YamlMigrationFormat()
                        .open(Files.writeString(file, text), DISPLAY)
                        .body(MigrationContext.EMPTY)
                        .orThrow()
                        .upgrade();
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The case with the same operations. */
    OperationCase find(List<OperationCase> cases) {
        return cases.stream()
                .filter(one -> contents(one.operations()).equals(contents(steps)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the example in line " + line
                        + " has no case with the same operations; add one to cases/documented:\n" + contents(steps)));
    }

    private static List<Content> contents(List<MigrationStep> steps) {
        return steps.stream()
                .map(step -> new Content(step.operation(), step.when()))
                .toList();
    }

    @Override
    public String toString() {
        return "line " + line + ": " + steps.get(0).operation().keyword();
    }
}
