// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.operation.StepList;
import dev.retort.yaml.part.TimeoutsYaml;
import java.time.Instant;
import java.util.List;

/** A migration file: its header, and its body. */
final class MigrationForm {

    private static final String NOUN = "a migration";

    static final Key<RevisionId> REVISION = Key.of("revision", new RevisionIdForm(), "The revision id.");
    static final Key<List<RevisionId>> REVISES = Key.of(
            "revises",
            Lists.of(new RevisionIdForm(), "a revision id, or a list of them").preferablyOne(),
            "The revision that it follows; a list for a merge, nothing for a base.");
    static final Key<String> MESSAGE = Key.of("message", Scalars.TEXT, "What it is for, in words.");
    static final Key<Instant> CREATED = Key.of("created", new CreatedForm(), "When it was written.");
    static final Key<List<String>> LABELS =
            Key.of("labels", Lists.of(Scalars.TEXT, "a list of branch labels").orOne(), "Branch labels.");
    static final Key<List<String>> DEPENDS_ON = Key.of(
            "depends_on",
            Lists.of(Scalars.TEXT, "a list of revision ids or labels").orOne(),
            "Revisions that must run before it without being its parents.");
    private static final Key<TransactionMode> TRANSACTION = Key.of(
            "transaction",
            Scalars.words("auto or none", TransactionMode.class),
            "auto: in a transaction where the database can; none: every statement commits for itself.");
    static final Key<Boolean> PLACEHOLDERS = Key.of(
            "placeholders",
            Scalars.BOOLEAN,
            "true: ${name} in the operations is replaced by what -x name=value gives.");
    private static final Key<List<MigrationStep>> UPGRADE =
            Key.of("upgrade", StepList.FORM, "The operations of the upgrade.");
    private static final Key<Downgrade> DOWNGRADE = Key.<Downgrade>of(
                    "downgrade",
                    new DowngradeForm(),
                    "How it is undone: auto (the computed inverse, as if left out), a list of operations, [] for nothing.")
            .takingNull();

    static final Form<MigrationHeader> HEADER = header(Mapping.of(NOUN))
            .optional(unread("upgrade"), header -> null)
            .optional(unread("downgrade"), header -> null)
            .makes(MigrationForm::header);

    static final Form<MigrationDraft> WHOLE = Mapping.<MigrationDraft>of(NOUN)
            .inBlockStyle()
            .all(header(Mapping.of(NOUN)), MigrationDraft::header)
            .optional(UPGRADE, MigrationDraft::upgrade)
            .optional(DOWNGRADE, MigrationDraft::downgrade)
            .makes(values -> new MigrationDraft(
                    header(values),
                    values.or(UPGRADE, List.of()),
                    values.or(DOWNGRADE, new Downgrade.Auto(SourceLocation.NONE))));

    private MigrationForm() {}

    private static Key<YamlNode> unread(String key) {
        return Key.of(key, new Unread(), "Not read.");
    }

    private static Mapping.Builder<MigrationHeader> header(Mapping.Builder<MigrationHeader> builder) {
        return builder.required(REVISION, MigrationHeader::id)
                .optional(REVISES, MigrationHeader::revises, List.of())
                .optional(MESSAGE, MigrationHeader::message, "")
                .optional(CREATED, MigrationHeader::created)
                .optional(LABELS, MigrationHeader::labels, List.of())
                .optional(DEPENDS_ON, MigrationHeader::dependsOn, List.of())
                .optional(TRANSACTION, MigrationHeader::transaction, TransactionMode.AUTO)
                .optional(TimeoutsYaml.KEY, MigrationHeader::timeouts, Timeouts.UNSET)
                .optional(PLACEHOLDERS, header -> null);
    }

    private static MigrationHeader header(Values values) {
        return new MigrationHeader(
                values.get(REVISION),
                values.or(REVISES, List.of()),
                values.or(DEPENDS_ON, List.of()),
                values.or(LABELS, List.of()),
                values.or(MESSAGE, ""),
                values.orNull(CREATED),
                values.or(TRANSACTION, TransactionMode.AUTO),
                values.or(TimeoutsYaml.KEY, Timeouts.UNSET),
                SourceLocation.NONE);
    }
}
