// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The vocabulary of types: the standard's names and the synonyms that people know from their databases. */
final class TypeNames {

    /**
     * A type with at most two numbers as arguments.
     *
     * @param arguments how many numbers it takes at most
     * @param make      makes it from as many numbers, null where left out
     */
    record Named(int arguments, Function<Integer[], DataType> make) {}

    private static final Map<String, Named> BY_NAME = byName();

    private static Map<String, Named> byName() {
        Map<String, Named> types = new TreeMap<>();
        none(types, new DataType.SmallInt(), "smallint", "int2");
        none(types, new DataType.Integer(), "integer", "int", "int4");
        none(types, new DataType.BigInt(), "bigint", "int8");
        add(types, 2, n -> new DataType.Decimal(n[0], n[1]), "decimal", "numeric", "dec");
        none(types, new DataType.Real(), "real", "float4");
        none(types, new DataType.Double(), "double", "double precision", "float", "float8");
        none(types, new DataType.Boolean(), "boolean", "bool");
        add(types, 1, n -> new DataType.Char(n[0], TextAttributes.DEFAULT), "char", "character");
        add(
                types,
                1,
                n -> new DataType.Varchar(n[0], TextAttributes.DEFAULT),
                "varchar",
                "character varying",
                "string");
        none(types, new DataType.Text(TextAttributes.DEFAULT), "text", "clob");
        add(types, 1, n -> new DataType.Binary(n[0]), "binary");
        add(types, 1, n -> new DataType.Varbinary(n[0]), "varbinary", "binary varying");
        none(types, new DataType.Blob(), "blob", "bytea", "bytes");
        none(types, new DataType.Date(), "date");
        add(types, 1, n -> new DataType.Time(n[0], false), "time", "time without time zone");
        add(types, 1, n -> new DataType.Time(n[0], true), "timetz", "time with time zone");
        add(types, 1, n -> new DataType.Timestamp(n[0], false), "timestamp", "timestamp without time zone", "datetime");
        add(types, 1, n -> new DataType.Timestamp(n[0], true), "timestamptz", "timestamp with time zone");
        none(types, new DataType.Interval(), "interval");
        none(types, new DataType.Uuid(), "uuid");
        none(types, new DataType.Json(false), "json");
        none(types, new DataType.Json(true), "jsonb");
        return Collections.unmodifiableMap(types);
    }

    /** Names that are no types of the model, each with what to write instead. */
    private static final Map<String, String> ADVICE = Map.of(
            "serial", "Write type: integer with identity: true.",
            "bigserial", "Write type: bigint with identity: true.",
            "smallserial", "Write type: smallint with identity: true.",
            "autoincrement", "Write type: integer with identity: true.",
            "tinyint", "Write smallint or boolean, or {native: TINYINT} for exactly this type.",
            "mediumint", "Write integer, or {native: MEDIUMINT} for exactly this type.",
            "enum", "Write enum(a, b), or {enum: [a, b], name: ...} for a type with a name.",
            "array", "Write the element's type with [] after it, such as integer[].",
            "money", "Write decimal(19, 4), or {native: MONEY} for exactly this type.");

    private TypeNames() {}

    private static void none(Map<String, Named> types, DataType type, String... names) {
        add(types, 0, numbers -> type, names);
    }

    private static void add(
            Map<String, Named> types, int arguments, Function<Integer[], DataType> make, String... names) {
        for (String name : names) {
            types.put(name, new Named(arguments, make));
        }
    }

    static @Nullable Named find(String name) {
        return BY_NAME.get(name);
    }

    static @Nullable String advice(String name) {
        return ADVICE.get(name);
    }

    static List<String> all() {
        return List.copyOf(BY_NAME.keySet());
    }
}
