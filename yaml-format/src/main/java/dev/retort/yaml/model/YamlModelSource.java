// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.model;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.migration.ModelSource;
import dev.retort.schema.Schema;
import dev.retort.yaml.SourceText;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Models in YAML files: references that end in {@code .yaml} or {@code .yml}. */
public final class YamlModelSource implements ModelSource {

    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public YamlModelSource() {}

    @Override
    public Optional<Outcome<Schema>> load(String reference, Path project) {
        String lower = reference.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".yaml") && !lower.endsWith(".yml")) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        String text = SourceText.read(project.resolve(reference), reference, findings);
        YamlNode root = text == null ? null : YamlReader.read(text, reference, findings);
        if (root == null && findings.isEmpty()) {
            return Optional.of(Outcome.of(Schema.EMPTY));
        }
        Schema schema = root == null ? null : ModelForm.FORM.read(root, new Reading(reference, findings));
        return Optional.of(schema == null || !findings.isEmpty() ? Outcome.failed(findings) : Outcome.of(schema));
    }
}
