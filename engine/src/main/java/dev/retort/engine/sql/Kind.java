// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.schema.DataType;

/** What a value is, as far as the meaning of operators depends on it. */
enum Kind {
    INTEGER("integer"),
    DECIMAL("decimal number"),
    FLOAT("floating point number"),
    TEXT("text"),
    BOOLEAN("truth value"),
    DATE("date"),
    TIME("time"),
    TIMESTAMP("timestamp"),
    BINARY("bytes"),
    /** A type of which only equality is portable: a UUID, a JSON document, an enum. */
    OTHER("value of another type"),
    /** The NULL literal. */
    NULL("NULL"),
    UNKNOWN("value of unknown type");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    static Kind of(DataType type) {
        if (type instanceof DataType.SmallInt || type instanceof DataType.Integer || type instanceof DataType.BigInt) {
            return INTEGER;
        }
        if (type instanceof DataType.Decimal) {
            return DECIMAL;
        }
        if (type instanceof DataType.Real || type instanceof DataType.Double) {
            return FLOAT;
        }
        if (type instanceof DataType.Boolean) {
            return BOOLEAN;
        }
        if (type instanceof DataType.Char || type instanceof DataType.Varchar || type instanceof DataType.Text) {
            return TEXT;
        }
        if (type instanceof DataType.Binary || type instanceof DataType.Varbinary || type instanceof DataType.Blob) {
            return BINARY;
        }
        if (type instanceof DataType.Date) {
            return DATE;
        }
        if (type instanceof DataType.Time) {
            return TIME;
        }
        if (type instanceof DataType.Timestamp) {
            return TIMESTAMP;
        }
        return type instanceof DataType.Native ? UNKNOWN : OTHER;
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == FLOAT;
    }

    /** Whether nothing is known that could be wrong. */
    boolean isOpen() {
        return this == NULL || this == UNKNOWN || this == OTHER;
    }

    boolean comparesWith(Kind other) {
        return isOpen() || other.isOpen() || this == other || (isNumber() && other.isNumber());
    }

    /** The kind of a value that is one of two, if they compare. */
    Kind or(Kind other) {
        if (this == NULL || this == other) {
            return other;
        }
        if (other == NULL) {
            return this;
        }
        if (isNumber() && other.isNumber()) {
            return this == FLOAT || other == FLOAT ? FLOAT : DECIMAL;
        }
        return UNKNOWN;
    }

    @Override
    public String toString() {
        return words;
    }
}
