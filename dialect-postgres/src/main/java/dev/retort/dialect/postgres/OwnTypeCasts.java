// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import dev.retort.schema.DataType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The casts of types that PostgreSQL itself has and the model does not. A type that is not listed may be anybody's: nothing
 * is known of its casts.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
final class OwnTypeCasts {

    /** From, to; what has to be said is marked. Texts are left out: everything goes there and comes from there. */
    private static final String CASTS = """
            "char": integer!
            integer: "char"!, bit!, money, oid
            bigint: bit!, money, oid
            smallint: oid
            numeric: money
            money: numeric
            oid: bigint, integer
            bit: bigint!, integer!, bit varying
            bit varying: bit
            box: circle!, lseg!, point!, polygon
            circle: box!, point!, polygon!
            lseg: point!
            path: polygon
            point: box
            polygon: box!, circle!, path, point!
            cidr: inet
            inet: cidr
            macaddr: macaddr8
            macaddr8: macaddr
            xid8: xid!
            """;

    private static final String MULTIRANGES = """
            daterange: datemultirange!
            int4range: int4multirange!
            int8range: int8multirange!
            numrange: nummultirange!
            tsrange: tsmultirange!
            tstzrange: tstzmultirange!
            """;

    private static final Set<String> WITHOUT_CASTS = Set.of(
            "line",
            "tsvector",
            "tsquery",
            "xml",
            "jsonpath",
            "pg_lsn",
            "tid",
            "cid",
            "name",
            "txid_snapshot",
            "daterange",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange");

    private static final int MULTIRANGES_SINCE = 14;

    private final Map<String, Casts.Way> ways = new HashMap<>();
    private final Set<String> known = new HashSet<>(WITHOUT_CASTS);

    OwnTypeCasts(ServerVersion version) {
        CASTS.lines().forEach(this::read);
        if (version.isAtLeast(MULTIRANGES_SINCE, 0)) {
            MULTIRANGES.lines().forEach(this::read);
        } else {
            ways.put("path -> point", Casts.Way.EXPLICIT);
        }
    }

    private void read(String line) {
        String[] sides = line.split(": ");
        known.add(sides[0]);
        for (String target : sides[1].split(", ")) {
            boolean said = target.endsWith("!");
            String to = said ? target.substring(0, target.length() - 1) : target;
            known.add(to);
            ways.put(sides[0] + " -> " + to, said ? Casts.Way.EXPLICIT : Casts.Way.ASSIGNMENT);
        }
    }

    /**
     * How values get from one type to another, neither of which is a text.
     *
     * @return empty if one of them is not PostgreSQL's own, as far as this knows
     */
    Optional<Casts.Way> way(DataType from, DataType to) {
        String source = word(from);
        String target = word(to);
        if (!isKnown(from, source) || !isKnown(to, target)) {
            return Optional.empty();
        }
        return Optional.of(
                source.equals(target)
                        ? Casts.Way.ASSIGNMENT
                        : ways.getOrDefault(source + " -> " + target, Casts.Way.NONE));
    }

    private boolean isKnown(DataType type, String word) {
        return !(type instanceof DataType.Native) || known.contains(word);
    }

    private static String word(DataType type) {
        if (type instanceof DataType.Native other) {
            int modifier = other.sql().indexOf('(');
            return modifier < 0 ? other.sql() : other.sql().substring(0, modifier);
        }
        if (type instanceof DataType.SmallInt) {
            return "smallint";
        }
        if (type instanceof DataType.Integer) {
            return "integer";
        }
        if (type instanceof DataType.BigInt) {
            return "bigint";
        }
        return type instanceof DataType.Decimal ? "numeric" : type.toString();
    }
}
