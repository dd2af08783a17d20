// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;
import static dev.retort.yaml.part.Names.NAME_KEY;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.DropEnum;
import dev.retort.operation.EnumChange;
import dev.retort.operation.Setting;
import dev.retort.schema.EnumType;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Setter;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.Names;
import java.util.List;
import java.util.stream.Stream;

/** {@code create_enum}, {@code alter_enum}, {@code drop_enum}. */
final class EnumOperations {

    private static final Key<List<String>> VALUES =
            Key.of("values", Lists.of(Scalars.TEXT, "a list of words"), "The words, in order.");

    private static final Form<CreateEnum> CREATE_ENUM = Names.add(
                    Mapping.<CreateEnum>of("create_enum").meaning("Creates an enum type."),
                    NAME_KEY,
                    operation -> operation.type().name())
            .required(VALUES, operation -> operation.type().values())
            .optional(COMMENT, operation -> operation.type().comment())
            .optional(IF_NOT_EXISTS, CreateEnum::ifNotExists, false)
            .makes(values -> new CreateEnum(
                    new EnumType(Names.resolve(values, NAME_KEY), values.get(VALUES), values.orNull(COMMENT)),
                    values.flag(IF_NOT_EXISTS)));

    private static final Key<String> ADD_VALUE = Key.of("add_value", Scalars.TEXT, "A new value.");
    private static final Key<String> BEFORE = Key.of("before", Scalars.TEXT, "The value that the new one goes before.");
    private static final Key<String> AFTER = Key.of("after", Scalars.TEXT, "The value that the new one goes after.");
    private static final Key<String> RENAME_VALUE = Key.of("rename_value", Scalars.TEXT, "A value to rename.");
    private static final Key<String> TO = Key.of("to", Scalars.TEXT, "The new name of the value.");
    private static final Key<String> DROP_VALUE = Key.of("drop_value", Scalars.TEXT, "A value that goes.");

    private static final Key<Setting<String>> NEW_COMMENT = Key.<Setting<String>>of(
                    "comment", new Setter<>(Scalars.TEXT), "Words about it; null drops them.")
            .takingNull();

    private static final Form<AlterEnum> ALTER_ENUM = Names.add(
                    Mapping.<AlterEnum>of("alter_enum")
                            .meaning("Adds, renames or drops a value of an enum type, or sets its comment."),
                    NAME_KEY,
                    AlterEnum::type)
            .optional(ADD_VALUE, o -> o.change() instanceof EnumChange.AddValue add ? add.value() : null)
            .optional(BEFORE, o -> o.change() instanceof EnumChange.AddValue add ? add.before() : null)
            .optional(AFTER, o -> o.change() instanceof EnumChange.AddValue add ? add.after() : null)
            .optional(
                    IF_NOT_EXISTS,
                    o -> o.change() instanceof EnumChange.AddValue add && add.ifNotExists() ? Boolean.TRUE : null)
            .optional(RENAME_VALUE, o -> o.change() instanceof EnumChange.RenameValue rename ? rename.from() : null)
            .optional(TO, o -> o.change() instanceof EnumChange.RenameValue rename ? rename.to() : null)
            .optional(DROP_VALUE, o -> o.change() instanceof EnumChange.DropValue drop ? drop.value() : null)
            .optional(
                    NEW_COMMENT,
                    o -> o.change() instanceof EnumChange.SetComment set ? Setting.ofNullable(set.comment()) : null)
            .makes(values -> new AlterEnum(Names.resolve(values, NAME_KEY), change(values)));

    private static final Form<DropEnum> DROP_ENUM = Names.add(
                    Mapping.<DropEnum>of("drop_enum").meaning("Drops an enum type."), NAME_KEY, DropEnum::type)
            .orJust(NAME_KEY)
            .optional(IF_EXISTS, DropEnum::ifExists, false)
            .optional(CASCADE, DropEnum::cascade, false)
            .makes(values ->
                    new DropEnum(Names.resolve(values, NAME_KEY), values.flag(IF_EXISTS), values.flag(CASCADE)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_enum", CreateEnum.class, CREATE_ENUM),
            OperationYaml.of("alter_enum", AlterEnum.class, ALTER_ENUM),
            OperationYaml.of("drop_enum", DropEnum.class, DROP_ENUM));

    private EnumOperations() {}

    private static EnumChange change(Values values) {
        if (Stream.of(ADD_VALUE, RENAME_VALUE, DROP_VALUE, NEW_COMMENT)
                        .filter(values::has)
                        .count()
                != 1) {
            throw new IllegalArgumentException(
                    "alter_enum must have exactly one of add_value, rename_value, drop_value, comment");
        }
        require(values, BEFORE, ADD_VALUE);
        require(values, AFTER, ADD_VALUE);
        require(values, IF_NOT_EXISTS, ADD_VALUE);
        require(values, TO, RENAME_VALUE);
        if (values.has(ADD_VALUE)) {
            return new EnumChange.AddValue(
                    values.get(ADD_VALUE), values.orNull(BEFORE), values.orNull(AFTER), values.flag(IF_NOT_EXISTS));
        }
        if (values.has(NEW_COMMENT)) {
            return new EnumChange.SetComment(values.get(NEW_COMMENT).newValue().orElse(null));
        }
        return values.has(RENAME_VALUE)
                ? new EnumChange.RenameValue(values.get(RENAME_VALUE), values.get(TO))
                : new EnumChange.DropValue(values.get(DROP_VALUE));
    }

    private static void require(Values values, Key<?> key, Key<?> beside) {
        if (values.has(key) && !values.has(beside)) {
            throw new IllegalArgumentException("'" + key.name() + "' must stand beside '" + beside.name() + "'");
        }
    }
}
