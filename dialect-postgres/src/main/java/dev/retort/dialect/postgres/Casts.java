// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import dev.retort.schema.DataType;

/**
 * Which types a column can go to, and whether that has to be said.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
record Casts(ServerVersion version) {

    /** How values get from one type to another. */
    enum Way {
        /** By themselves. */
        ASSIGNMENT,
        /** With a cast. */
        EXPLICIT,
        /** Not at all: somebody has to say how. */
        NONE
    }

    Way way(DataType from, DataType to) {
        if (from instanceof DataType.Array one && to instanceof DataType.Array other) {
            return way(one.element(), other.element());
        }
        if (from.getClass() == to.getClass()
                && !(from instanceof DataType.Enum)
                && !(from instanceof DataType.Native)) {
            return Way.ASSIGNMENT;
        }
        if (from.equals(to) || isText(to) || (isNumber(from) && isNumber(to))) {
            return Way.ASSIGNMENT;
        }
        if (isText(from)) {
            return Way.EXPLICIT;
        }
        if (from instanceof DataType.Native || to instanceof DataType.Native) {
            // Types of extensions and domains have casts that nobody knows without a database.
            return new OwnTypeCasts(version).way(from, to).orElse(Way.EXPLICIT);
        }
        if (from instanceof DataType.Boolean || to instanceof DataType.Boolean) {
            DataType other = from instanceof DataType.Boolean ? to : from;
            return other instanceof DataType.Integer || isBinaryJson(from) ? Way.EXPLICIT : Way.NONE;
        }
        if (isBinaryJson(from) && isNumber(to)) {
            return Way.EXPLICIT;
        }
        if (from instanceof DataType.Blob || to instanceof DataType.Blob) {
            DataType other = from instanceof DataType.Blob ? to : from;
            return version.isAtLeast(18, 0) && isWhole(other) ? Way.EXPLICIT : Way.NONE;
        }
        return moments(from, to);
    }

    private static Way moments(DataType from, DataType to) {
        boolean fromMoment = from instanceof DataType.Date || from instanceof DataType.Timestamp;
        boolean toMoment = to instanceof DataType.Date || to instanceof DataType.Timestamp;
        boolean clock = from instanceof DataType.Timestamp
                && to instanceof DataType.Time time
                && (!time.withTimeZone() || ((DataType.Timestamp) from).withTimeZone());
        boolean span = (from instanceof DataType.Time time && !time.withTimeZone() && to instanceof DataType.Interval)
                || (from instanceof DataType.Interval && to instanceof DataType.Time other && !other.withTimeZone());
        return (fromMoment && toMoment) || clock || span ? Way.ASSIGNMENT : Way.NONE;
    }

    private static boolean isText(DataType type) {
        return type instanceof DataType.Text || type instanceof DataType.Varchar || type instanceof DataType.Char;
    }

    private static boolean isBinaryJson(DataType type) {
        return type instanceof DataType.Json json && json.binary();
    }

    private static boolean isWhole(DataType type) {
        return type instanceof DataType.SmallInt || type instanceof DataType.Integer || type instanceof DataType.BigInt;
    }

    private static boolean isNumber(DataType type) {
        return isWhole(type)
                || type instanceof DataType.Decimal
                || type instanceof DataType.Real
                || type instanceof DataType.Double;
    }
}
