// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.EnumType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates an enum type. */
public final class EnumStep extends QualifiedStep<EnumStep> {

    private final List<String> values;
    private @Nullable String comment;
    private boolean ifNotExists;

    EnumStep(String name, String... values) {
        super(name);
        this.values = List.of(values);
    }

    /** @param words words about it
     *  @return this */
    public EnumStep comment(String words) {
        comment = words;
        return this;
    }

    /** {@return this, now without a mistake if the type exists already} */
    public EnumStep ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    Operation build() {
        return new CreateEnum(new EnumType(name(), values, comment), ifNotExists);
    }

    /** Adds a value to an enum type. */
    public static final class AddValue extends QualifiedStep<AddValue> {

        private final String value;
        private @Nullable String before;
        private @Nullable String after;
        private boolean ifNotExists;

        AddValue(String type, String value) {
            super(type);
            this.value = value;
        }

        /** @param other the value that it goes before
         *  @return this */
        public AddValue before(String other) {
            before = other;
            return this;
        }

        /** @param other the value that it goes after
         *  @return this */
        public AddValue after(String other) {
            after = other;
            return this;
        }

        /** {@return this, now without a mistake if the value exists already} */
        public AddValue ifNotExists() {
            ifNotExists = true;
            return this;
        }

        @Override
        Operation build() {
            return new AlterEnum(name(), new EnumChange.AddValue(value, before, after, ifNotExists));
        }
    }
}
