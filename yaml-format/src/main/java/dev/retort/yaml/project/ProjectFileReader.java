// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.project;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.project.ProjectSettings;
import dev.retort.yaml.SourceText;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the project file, {@code retort.yaml}. Placeholders of environment variables are left as they are. */
public final class ProjectFileReader {

    private static final String ENVIRONMENTS = "environments";

    private ProjectFileReader() {}

    /**
     * Reads a project file.
     *
     * @param file        the file
     * @param display     its name for people
     * @param environment the environment whose settings are laid over the others, or null for none
     * @return the settings, or everything that is wrong with the file, other environments included
     */
    public static Outcome<ProjectSettings> read(Path file, String display, @Nullable String environment) {
        List<Finding> findings = new ArrayList<>();
        String text = SourceText.read(file, display, findings);
        YamlNode root = text == null ? null : YamlReader.read(text, display, findings);
        if (root == null && findings.isEmpty()) {
            root = YamlNode.mapping(List.of()); // an empty project file says nothing, and everything is as by default
        }
        if (root == null) {
            return Outcome.failed(findings);
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Mapping<ProjectSettings> form = ProjectForm.of(folder == null ? file.toAbsolutePath() : folder);
        return read(root, display, environment, form, findings);
    }

    private static Outcome<ProjectSettings> read(
            YamlNode root,
            String display,
            @Nullable String environment,
            Mapping<ProjectSettings> form,
            List<Finding> syntax) {
        Set<Finding> findings = new LinkedHashSet<>(syntax);
        YamlNode.Mapping base = root instanceof YamlNode.Mapping mapping ? mapping.without(Set.of(ENVIRONMENTS)) : null;
        ProjectSettings result = bind(base == null ? root : base, form, display, findings);
        YamlNode.Mapping environments = environments(root, display, findings);
        for (YamlNode.Entry entry : environments.entries()) {
            if (base != null && entry.value() instanceof YamlNode.Mapping above) {
                ProjectSettings settings = bind(Overlay.over(base, above), form, display, findings);
                result = entry.key().text().equals(environment) ? settings : result;
            } else if (!entry.value().isNull()) {
                report(findings, display, "a mapping with the keys of the project file", entry.value());
            }
        }
        if (environment != null && !environments.has(environment)) {
            findings.add(unknown(environment, environments, display));
        }
        return findings.isEmpty() && result != null ? Outcome.of(result) : Outcome.failed(List.copyOf(findings));
    }

    private static @Nullable ProjectSettings bind(
            YamlNode node, Mapping<ProjectSettings> form, String display, Set<Finding> findings) {
        List<Finding> found = new ArrayList<>();
        ProjectSettings settings = form.read(node, new Reading(display, found));
        findings.addAll(found);
        return settings;
    }

    private static YamlNode.Mapping environments(YamlNode root, String display, Set<Finding> findings) {
        YamlNode node = root instanceof YamlNode.Mapping mapping
                ? mapping.get(ENVIRONMENTS).orElse(null)
                : null;
        if (node instanceof YamlNode.Mapping environments) {
            return environments;
        }
        if (node != null && !node.isNull()) {
            report(findings, display, "a mapping from names to settings", node);
        }
        return YamlNode.mapping(List.of());
    }

    private static void report(Set<Finding> findings, String display, String noun, YamlNode node) {
        List<Finding> found = new ArrayList<>();
        new Reading(display, found).expected(noun, node, null);
        findings.addAll(found);
    }

    private static Finding unknown(String environment, YamlNode.Mapping environments, String display) {
        List<String> names =
                environments.entries().stream().map(entry -> entry.key().text()).toList();
        String near = new NearMatches(names).question(environment);
        String known = names.isEmpty() ? "The file has no 'environments'." : "Known: " + String.join(", ", names) + ".";
        return Finding.error(ErrorCode.PROJECT_FILE, "There is no environment '" + environment + "'.")
                .at(SourceLocation.ofFile(display))
                .withHint(near != null ? near : known);
    }
}
