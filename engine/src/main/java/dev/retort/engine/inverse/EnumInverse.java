// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.EnumChange;
import dev.retort.schema.EnumType;
import java.util.List;

/** The inverse of {@code alter_enum}. */
final class EnumInverse {

    private EnumInverse() {}

    static Reversal of(EnumType type, EnumChange change) {
        if (change instanceof EnumChange.AddValue add) {
            return add.ifNotExists() && type.values().contains(add.value())
                    ? Reversal.by()
                    : Reversal.by(new AlterEnum(type.name(), new EnumChange.DropValue(add.value())));
        }
        if (change instanceof EnumChange.RenameValue rename) {
            return Reversal.by(new AlterEnum(type.name(), new EnumChange.RenameValue(rename.to(), rename.from())));
        }
        if (change instanceof EnumChange.SetComment) {
            return Reversal.by(new AlterEnum(type.name(), new EnumChange.SetComment(type.comment())));
        }
        return readded(type, ((EnumChange.DropValue) change).value());
    }

    private static Reversal readded(EnumType type, String value) {
        List<String> values = type.values();
        int index = values.indexOf(value);
        if (index < 0) {
            return new Reversal.Irreversible("the enum type has no value '" + value + "'", "Correct it first.");
        }
        String next = index + 1 < values.size() ? values.get(index + 1) : null;
        return Reversal.by(new AlterEnum(type.name(), new EnumChange.AddValue(value, next, null, false)));
    }
}
