// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.schema.DataType;
import dev.retort.schema.Identity;
import dev.retort.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Canonical forms of sequences and identities: what is said and is the default anyway is not said.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
final class CanonicalNumbers {

    private CanonicalNumbers() {}

    static Identity identity(Identity identity, DataType type) {
        Bounds bounds = new Bounds(type, identity.increment() == null || identity.increment() > 0);
        return new Identity(
                identity.always(),
                bounds.start(identity.start(), identity.minValue(), identity.maxValue()),
                unless(identity.increment(), 1),
                unless(identity.minValue(), bounds.lowest()),
                unless(identity.maxValue(), bounds.highest()),
                identity.cycle(),
                unless(identity.cache(), 1));
    }

    static Sequence sequence(Sequence sequence, PostgresTypes types) {
        DataType given = sequence.type();
        DataType type = given == null ? new DataType.BigInt() : types.canonical(given);
        Bounds bounds = new Bounds(type, sequence.increment() == null || sequence.increment() > 0);
        return new Sequence(
                sequence.name(),
                type instanceof DataType.BigInt ? null : type,
                bounds.start(sequence.start(), sequence.minValue(), sequence.maxValue()),
                unless(sequence.increment(), 1),
                unless(sequence.minValue(), bounds.lowest()),
                unless(sequence.maxValue(), bounds.highest()),
                sequence.cycle(),
                unless(sequence.cache(), 1),
                sequence.ownedBy(),
                PostgresCanonical.comment(sequence.comment()));
    }

    private static @Nullable Long unless(@Nullable Long value, long usual) {
        return value == null || value == usual ? null : value;
    }

    private record Bounds(DataType type, boolean ascending) {

        long lowest() {
            return ascending
                    ? 1
                    : type instanceof DataType.SmallInt
                            ? Short.MIN_VALUE
                            : type instanceof DataType.Integer ? Integer.MIN_VALUE : Long.MIN_VALUE;
        }

        long highest() {
            return !ascending
                    ? -1
                    : type instanceof DataType.SmallInt
                            ? Short.MAX_VALUE
                            : type instanceof DataType.Integer ? Integer.MAX_VALUE : Long.MAX_VALUE;
        }

        @Nullable
        Long start(@Nullable Long start, @Nullable Long lowest, @Nullable Long highest) {
            long usual = ascending ? (lowest == null ? lowest() : lowest) : (highest == null ? highest() : highest);
            return unless(start, usual);
        }
    }
}
