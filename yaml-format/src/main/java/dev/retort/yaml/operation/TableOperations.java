// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.CommonKeys.TO;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.Setting;
import dev.retort.schema.Options;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Setter;
import dev.retort.yaml.part.NameText;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.TableYaml;
import java.util.List;

/** {@code create_table}, {@code drop_table}, {@code rename_table}, {@code set_table_comment}. */
final class TableOperations {

    private static final Key<List<String>> PREFIXES = Key.of(
            "prefixes",
            Lists.of(Scalars.TEXT, "a list of words").orOne(),
            "Words between CREATE and TABLE, such as TEMPORARY.");

    private static final Form<CreateTable> CREATE_TABLE = Mapping.<CreateTable>of("create_table")
            .meaning("Creates a table with its constraints and indexes.")
            .inBlockStyle()
            .all(TableYaml.keys(), CreateTable::table)
            .optional(IF_NOT_EXISTS, CreateTable::ifNotExists, false)
            .optional(PREFIXES, CreateTable::prefixes, List.of())
            .makes(values -> new CreateTable(
                    TableYaml.make(values), values.flag(IF_NOT_EXISTS), values.or(PREFIXES, List.of())));

    private static final Form<DropTable> DROP_TABLE = Names.add(
                    Mapping.<DropTable>of("drop_table").meaning("Drops a table with everything that belongs to it."),
                    TABLE,
                    DropTable::table)
            .orJust(TABLE)
            .optional(IF_EXISTS, DropTable::ifExists, false)
            .optional(CASCADE, DropTable::cascade, false)
            .optional(OPTIONS, DropTable::options, Options.NONE)
            .makes(values -> new DropTable(
                    Names.resolve(values, TABLE),
                    values.flag(IF_EXISTS),
                    values.flag(CASCADE),
                    values.or(OPTIONS, Options.NONE)));

    private static final Key<NameText> TABLE_FROM = Key.of("from", Names.NAME, "The name that it has.");

    private static final Form<RenameTable> RENAME_TABLE = Names.add(
                    Mapping.<RenameTable>of("rename_table").meaning("Renames a table; what refers to it follows."),
                    TABLE_FROM,
                    RenameTable::table)
            .required(TO, RenameTable::to)
            .makes(values -> new RenameTable(Names.resolve(values, TABLE_FROM), values.get(TO)));

    private static final Key<Setting<String>> NEW_COMMENT = Key.of(
                    "comment", new Setter<>(Scalars.TEXT), "The words, or null for none.")
            .takingNull();

    private static final Form<SetTableComment> SET_TABLE_COMMENT = Names.add(
                    Mapping.<SetTableComment>of("set_table_comment").meaning("Sets or drops the comment of a table."),
                    TABLE,
                    SetTableComment::table)
            .optional(NEW_COMMENT, operation -> Setting.ofNullable(operation.comment()))
            .makes(values -> {
                if (!values.has(NEW_COMMENT)) {
                    throw new IllegalArgumentException("'comment' must be given; null drops the comment");
                }
                return new SetTableComment(
                        Names.resolve(values, TABLE),
                        values.get(NEW_COMMENT).newValue().orElse(null));
            });

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_table", CreateTable.class, CREATE_TABLE),
            OperationYaml.of("drop_table", DropTable.class, DROP_TABLE),
            OperationYaml.of("rename_table", RenameTable.class, RENAME_TABLE),
            OperationYaml.of("set_table_comment", SetTableComment.class, SET_TABLE_COMMENT));

    private TableOperations() {}
}
