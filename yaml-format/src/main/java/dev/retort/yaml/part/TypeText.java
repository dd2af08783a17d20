// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.diagnostic.NearMatches;
import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A type as one text: {@code varchar(100)}, {@code timestamp(3) with time zone}, {@code enum(a, b)}, {@code integer[]}. */
final class TypeText {

    /** A text that is no type. */
    static final class UnknownType extends Exception {
        private static final long serialVersionUID = 1L;

        private final @Nullable String hint;

        UnknownType(String message, @Nullable String hint) {
            super(message);
            this.hint = hint;
        }

        @Nullable
        String hint() {
            return hint;
        }
    }

    private static final Pattern ARRAY = Pattern.compile("(.*?)\\[\\s*]\\s*", Pattern.DOTALL);
    private static final Pattern CALL =
            Pattern.compile("\\s*([^()]*?)\\s*(?:\\((.*)\\)\\s*([^()]*?)\\s*)?", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int DEEPEST_ARRAY = 6;

    private TypeText() {}

    static DataType parse(String text) throws UnknownType {
        return parse(text, 0);
    }

    private static DataType parse(String text, int depth) throws UnknownType {
        Matcher array = ARRAY.matcher(text);
        if (array.matches()) {
            if (depth == DEEPEST_ARRAY) {
                throw new UnknownType("An array type has at most " + DEEPEST_ARRAY + " dimensions.", null);
            }
            return new DataType.Array(parse(array.group(1), depth + 1));
        }
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            throw new UnknownType("The type '" + text + "' has unbalanced parentheses.", null);
        }
        String arguments = call.group(2);
        String suffix = call.group(3);
        String words = call.group(1) + (suffix == null || suffix.isEmpty() ? "" : " " + suffix);
        String name = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (name.equals("enum") && arguments != null) {
            return new DataType.Enum(null, EnumWords.split(arguments));
        }
        return named(name, text, arguments);
    }

    private static DataType named(String name, String text, @Nullable String arguments) throws UnknownType {
        TypeNames.Named type = TypeNames.find(name);
        if (type == null) {
            throw unknown(name, text);
        }
        Integer[] numbers = new Integer[2];
        if (arguments != null) {
            String[] parts = arguments.split(",", -1);
            if (parts.length > type.arguments()) {
                throw new UnknownType(
                        "The type '" + name + "' takes "
                                + (type.arguments() == 0 ? "no number" : "at most " + type.arguments() + " number(s)")
                                + " in parentheses, found '" + text + "'.",
                        null);
            }
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = number(parts[i].strip(), text);
            }
        }
        return type.make().apply(numbers);
    }

    private static Integer number(String digits, String text) throws UnknownType {
        try {
            return Integer.valueOf(digits);
        } catch (NumberFormatException noNumber) {
            throw new UnknownType(
                    "Expected a whole number in parentheses, found '" + digits + "' in '" + text + "'.", null);
        }
    }

    private static UnknownType unknown(String name, String text) {
        String advice = TypeNames.advice(name);
        String near = new NearMatches(TypeNames.all()).question(name);
        String nativeType = "For a type in the database's own words, write {native: \"" + text + "\"}.";
        return new UnknownType(
                "Unknown type '" + text + "'.",
                advice != null ? advice : near != null ? near + " " + nativeType : nativeType);
    }

    /** {@return the type as one text, or null if it needs a mapping; collation and character set are left to the caller} */
    static @Nullable String print(DataType type) {
        if (type instanceof DataType.Array array) {
            String element =
                    TypeYaml.attributes(array.element()).equals(TextAttributes.DEFAULT) ? print(array.element()) : null;
            return element == null || element.endsWith("[][][][][][]") ? null : element + "[]";
        }
        if (type instanceof DataType.Enum words) {
            boolean plain = words.name() == null
                    && words.values().stream()
                            .allMatch(word -> WORD.matcher(word).matches());
            return plain ? "enum(" + String.join(", ", words.values()) + ")" : null;
        }
        return type instanceof DataType.Native ? null : simple(type);
    }

    private static String simple(DataType type) {
        if (type instanceof DataType.Decimal decimal) {
            return call("decimal", decimal.precision(), decimal.scale());
        }
        if (type instanceof DataType.Char text) {
            return call("char", text.length());
        }
        if (type instanceof DataType.Varchar text) {
            return call("varchar", text.length());
        }
        if (type instanceof DataType.Binary bytes) {
            return call("binary", bytes.length());
        }
        if (type instanceof DataType.Varbinary bytes) {
            return call("varbinary", bytes.length());
        }
        if (type instanceof DataType.Time time) {
            return call(time.withTimeZone() ? "timetz" : "time", time.precision());
        }
        if (type instanceof DataType.Timestamp timestamp) {
            return call(timestamp.withTimeZone() ? "timestamptz" : "timestamp", timestamp.precision());
        }
        if (type instanceof DataType.Json json) {
            return json.binary() ? "jsonb" : "json";
        }
        return type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String call(String name, @Nullable Integer... arguments) {
        List<String> given = new ArrayList<>();
        for (Integer argument : arguments) {
            if (argument != null) {
                given.add(argument.toString());
            }
        }
        return given.isEmpty() ? name : name + "(" + String.join(", ", given) + ")";
    }
}
