// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A migration in a YAML file. */
record YamlMigrationSource(Path path, String name) implements MigrationSource {

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public Outcome<MigrationHeader> header() {
        List<Finding> findings = new ArrayList<>();
        String text = SourceText.read(path, name, findings);
        if (text == null) {
            return Outcome.failed(findings);
        }
        String cut = HeaderText.cut(text);
        MigrationHeader header = cut == null ? null : header(cut, findings);
        if (header != null && findings.isEmpty()) {
            return Outcome.of(header);
        }
        return wholeHeader(text);
    }

    private @Nullable MigrationHeader header(String text, List<Finding> findings) {
        YamlNode plain = PlainHeader.read(text);
        YamlNode root = plain == null ? YamlReader.read(text, name, findings) : plain;
        return root == null ? null : header(root, findings);
    }

    private @Nullable MigrationHeader header(YamlNode root, List<Finding> findings) {
        MigrationHeader header = MigrationForm.HEADER.read(root, new Reading(name, findings));
        return header == null ? null : placed(header, root);
    }

    /** Where the header is wrong, everything else that is wrong with the file is said at the same time. */
    private Outcome<MigrationHeader> wholeHeader(String text) {
        List<Finding> findings = new ArrayList<>();
        YamlNode root = root(text, findings);
        if (root == null) {
            return Outcome.failed(findings);
        }
        List<Finding> ofHeader = new ArrayList<>(findings);
        MigrationHeader header = header(root, ofHeader);
        if (header != null && ofHeader.isEmpty()) {
            return Outcome.of(header);
        }
        if (!hasPlaceholders(root)) {
            MigrationForm.WHOLE.read(root, new Reading(name, findings));
        }
        return Outcome.failed(findings.size() > ofHeader.size() ? findings : ofHeader);
    }

    @Override
    public Outcome<MigrationBody> body(MigrationContext context) {
        List<Finding> findings = new ArrayList<>();
        String text = SourceText.read(path, name, findings);
        YamlNode root = text == null ? null : root(text, findings);
        if (root == null) {
            return Outcome.failed(findings);
        }
        Reading in = new Reading(name, findings);
        YamlNode filled = hasPlaceholders(root)
                ? filled((YamlNode.Mapping) root, new Placeholders(context.arguments(), in))
                : root;
        MigrationDraft draft = MigrationForm.WHOLE.read(filled, in);
        if (draft == null || !findings.isEmpty()) {
            return Outcome.failed(findings);
        }
        Downgrade downgrade = draft.downgrade() instanceof Downgrade.Auto auto && auto.location() == SourceLocation.NONE
                ? new Downgrade.Auto(SourceLocation.ofFile(name))
                : draft.downgrade();
        return Outcome.of(new MigrationBody(draft.upgrade(), downgrade));
    }

    private @Nullable YamlNode root(String text, List<Finding> findings) {
        YamlNode root = YamlReader.read(text, name, findings);
        if (root == null && findings.isEmpty()) {
            YamlNode nothing = new YamlNode.Scalar("", true, new YamlNode.Place(1, 1));
            new Reading(name, findings).expected("a migration, which starts with 'revision: <id>'", nothing, null);
        }
        return root;
    }

    private static boolean hasPlaceholders(YamlNode root) {
        return root instanceof YamlNode.Mapping mapping
                && mapping.get(MigrationForm.PLACEHOLDERS.name()).orElse(mapping) instanceof YamlNode.Scalar scalar
                && scalar.plain()
                && scalar.text().equals("true");
    }

    private static YamlNode filled(YamlNode.Mapping root, Placeholders placeholders) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (YamlNode.Entry entry : root.entries()) {
            boolean body =
                    entry.key().text().equals("upgrade") || entry.key().text().equals("downgrade");
            entries.add(body ? new YamlNode.Entry(entry.key(), placeholders.replaced(entry.value())) : entry);
        }
        return new YamlNode.Mapping(entries, true, root.place());
    }

    private MigrationHeader placed(MigrationHeader header, YamlNode root) {
        YamlNode.Place place = ((YamlNode.Mapping) root).entries().get(0).key().place();
        return header.at(new SourceLocation(name, place.line(), place.column()));
    }

    @Override
    public String content() {
        List<Finding> findings = new ArrayList<>();
        String text = SourceText.read(path, name, findings);
        if (text == null) {
            throw new RetortException(findings);
        }
        return text.replace("\r\n", "\n");
    }
}
