// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.migration.RevisionId;
import dev.retort.yaml.node.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes the header of a migration's text. Comments, layout, line endings and everything else stay as they are; only the
 * values that are set are replaced, and a key that was not there is added in its usual place. Immutable.
 */
public final class YamlEditor {

    private final String text;
    private final Map<String, YamlNode> changes;

    private YamlEditor(String text, Map<String, YamlNode> changes) {
        this.text = text;
        this.changes = changes;
    }

    /**
     * @param text a migration without mistakes in its header
     * @return an editor that changes nothing yet
     */
    public static YamlEditor of(String text) {
        return new YamlEditor(text, Map.of());
    }

    /** @param ids the revisions that it shall follow; none for a base
     *  @return a copy */
    public YamlEditor revises(List<RevisionId> ids) {
        YamlNode value = ids.isEmpty()
                ? YamlNode.plain("null")
                : MigrationForm.REVISES.form().write(ids);
        return with(MigrationForm.REVISES.name(), value);
    }

    /** @param labels branch labels
     *  @return a copy */
    public YamlEditor labels(List<String> labels) {
        return with(MigrationForm.LABELS.name(), MigrationForm.LABELS.form().write(labels));
    }

    /** @param names ids or labels of revisions that must run before it
     *  @return a copy */
    public YamlEditor dependsOn(List<String> names) {
        return with(
                MigrationForm.DEPENDS_ON.name(), MigrationForm.DEPENDS_ON.form().write(names));
    }

    /** @param message what it is for, in words
     *  @return a copy */
    public YamlEditor message(String message) {
        return with(MigrationForm.MESSAGE.name(), YamlNode.text(message));
    }

    private YamlEditor with(String key, YamlNode value) {
        Map<String, YamlNode> copy = new LinkedHashMap<>(changes);
        copy.put(key, value);
        return new YamlEditor(text, copy);
    }

    /**
     * The changed text.
     *
     * @return the text
     * @throws IllegalArgumentException if the text is no block mapping with a {@code revision}
     */
    public String edited() {
        String result = text;
        for (Map.Entry<String, YamlNode> change : changes.entrySet()) {
            result = HeaderEdit.of(result).set(change.getKey(), change.getValue());
        }
        return result;
    }
}
