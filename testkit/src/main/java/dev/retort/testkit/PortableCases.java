// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Portable SQL with the values that it must have on every database, and the rows that it speaks of. */
public final class PortableCases {

    private static final String FILE = "portable-sql.txt";
    private static final int DIGITS = 9;

    /**
     * One case.
     *
     * @param sql      a portable text
     * @param expected the values it must have, in the notation of the file
     */
    public record Case(String sql, List<String> expected) {

        /** {@return whether it is a query rather than an expression} */
        public boolean isQuery() {
            return sql.startsWith("SELECT ") || sql.startsWith("WITH ");
        }

        @Override
        public String toString() {
            return sql;
        }
    }

    private PortableCases() {}

    /** {@return all cases, in the order of the file} */
    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String line : text().split("\n", -1)) {
            int arrow = line.lastIndexOf(" => ");
            if (!line.startsWith("#") && arrow > 0) {
                cases.add(new Case(
                        line.substring(0, arrow),
                        List.of(line.substring(arrow + 4).split(" ; ", -1))));
            }
        }
        return cases;
    }

    private static String text() {
        try (InputStream in = PortableCases.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " must be beside " + PortableCases.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** {@return the table whose one row expressions are evaluated in} */
    public static Table row() {
        DataType integer = new DataType.Integer();
        DataType decimal = new DataType.Decimal(10, 2);
        DataType text = new DataType.Varchar(20, TextAttributes.DEFAULT);
        DataType truth = new DataType.Boolean();
        return Table.of(
                QualifiedName.of("v"),
                List.of(
                        Column.of("id", integer).withNullable(false),
                        Column.of("i", integer),
                        Column.of("n", integer),
                        Column.of("z", integer),
                        Column.of("nul", integer),
                        Column.of("d", decimal),
                        Column.of("w", decimal),
                        Column.of("f", new DataType.Double()),
                        Column.of("t", text),
                        Column.of("pad", text),
                        Column.of("e", text),
                        Column.of("tn", text),
                        Column.of("yes", truth),
                        Column.of("no", truth),
                        Column.of("bn", truth),
                        Column.of("dt", new DataType.Date()),
                        Column.of("ts", new DataType.Timestamp(0, false)),
                        Column.of("select", integer)));
    }

    /** {@return the table with several rows} */
    public static Table many() {
        return Table.of(
                QualifiedName.of("many"),
                List.of(
                        Column.of("id", new DataType.Integer()).withNullable(false),
                        Column.of("grp", new DataType.Varchar(5, TextAttributes.DEFAULT)),
                        Column.of("qty", new DataType.Integer()),
                        Column.of("price", new DataType.Decimal(10, 2))));
    }

    /** {@return both tables} */
    public static Schema schema() {
        return new SchemaBuilder().table(row()).table(many()).build();
    }

    /** {@return portable texts that fill both tables} */
    public static List<String> rows() {
        return List.of(
                "INSERT INTO v VALUES (1, 7, -7, 0, NULL, 7.50, 7.00, 2.5, 'Abc', '  x ', '', NULL, TRUE, FALSE, NULL,"
                        + " DATE '2026-01-31', TIMESTAMP '2026-01-31 13:45:06', 5)",
                "INSERT INTO many VALUES (1, 'a', 10, 1.50), (2, 'a', 20, 2.50), (3, 'b', 30, 3.00), (4, 'b', NULL, 4.25),"
                        + " (5, NULL, 50, NULL)");
    }

    /**
     * A value in the notation of the file.
     *
     * @param value    what a driver gave
     * @param expected what it should be, which tells a truth value from a number where a database has no truth values
     * @return the notation; numbers rounded to nine digits after the point
     */
    public static String shown(@Nullable Object value, String expected) {
        if (value == null) {
            return "NULL";
        }
        if (expected.equals("TRUE") || expected.equals("FALSE")) {
            boolean one = value instanceof Number number && number.intValue() == 1;
            boolean zero = value instanceof Number number && number.intValue() == 0;
            return one ? "TRUE" : zero ? "FALSE" : value.toString().toUpperCase(Locale.ROOT);
        }
        if (value instanceof Number) {
            BigDecimal number = new BigDecimal(value.toString()).setScale(DIGITS, RoundingMode.HALF_UP);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return "'" + value.toString().replace("'", "''") + "'";
    }

    /**
     * Values in the notation of the file.
     *
     * @param values   what a driver gave
     * @param expected what they should be
     * @return the notation of each
     */
    public static List<String> shown(List<? extends @Nullable Object> values, List<String> expected) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            shown.add(shown(values.get(i), i < expected.size() ? expected.get(i) : ""));
        }
        return Arrays.asList(shown.toArray(String[]::new));
    }
}
