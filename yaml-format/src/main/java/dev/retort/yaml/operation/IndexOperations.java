// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.CONSTRAINT_NAME;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.CommonKeys.TO;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.RenameIndex;
import dev.retort.schema.Options;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.part.IndexYaml;
import dev.retort.yaml.part.NameText;
import dev.retort.yaml.part.Names;
import java.util.List;

/** {@code create_index}, {@code drop_index}, {@code rename_index}. */
final class IndexOperations {

    private static final Form<CreateIndex> CREATE_INDEX = Names.add(
                    Mapping.<CreateIndex>of("create_index")
                            .meaning("Creates an index.")
                            .optional(
                                    CONSTRAINT_NAME,
                                    operation -> operation.index().name()),
                    TABLE,
                    CreateIndex::table)
            .all(IndexYaml.settings(Mapping.of("an index")), CreateIndex::index)
            .optional(IF_NOT_EXISTS, CreateIndex::ifNotExists, false)
            .makes(values ->
                    new CreateIndex(Names.resolve(values, TABLE), IndexYaml.make(values), values.flag(IF_NOT_EXISTS)));

    private static final Form<DropIndex> DROP_INDEX = OwnedName.keys(
                    Mapping.<DropIndex>of("drop_index").meaning("Drops an index."),
                    Names.NAME_KEY,
                    operation -> new OwnedName(operation.table(), operation.index()))
            .orJust(Names.NAME_KEY)
            .optional(IF_EXISTS, DropIndex::ifExists, false)
            .optional(CASCADE, DropIndex::cascade, false)
            .optional(OPTIONS, DropIndex::options, Options.NONE)
            .makes(values -> {
                OwnedName name = OwnedName.resolve(values, Names.NAME_KEY);
                return new DropIndex(
                        name.table(),
                        name.name(),
                        values.flag(IF_EXISTS),
                        values.flag(CASCADE),
                        values.or(OPTIONS, Options.NONE));
            });

    private static final Key<NameText> INDEX_FROM = Key.of("from", Names.NAME, "The name that it has.");

    private static final Form<RenameIndex> RENAME_INDEX = OwnedName.keys(
                    Mapping.<RenameIndex>of("rename_index").meaning("Renames an index."),
                    INDEX_FROM,
                    operation -> new OwnedName(operation.table(), operation.index()))
            .required(TO, RenameIndex::to)
            .makes(values -> {
                OwnedName name = OwnedName.resolve(values, INDEX_FROM);
                return new RenameIndex(name.table(), name.name(), values.get(TO));
            });

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_index", CreateIndex.class, CREATE_INDEX),
            OperationYaml.of("drop_index", DropIndex.class, DROP_INDEX),
            OperationYaml.of("rename_index", RenameIndex.class, RENAME_INDEX));

    private IndexOperations() {}
}
