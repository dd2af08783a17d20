// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.schema.Identifier;
import dev.retort.yaml.node.YamlNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Forms of single values. */
public final class Scalars {

    /** Text as it was written, so that an id such as {@code 1e10} is never taken for a number. */
    public static final Form<String> TEXT = text("a text", Function.identity(), Function.identity());

    /** The name of an object or column. */
    public static final Form<Identifier> IDENTIFIER = text("a name", Identifier::new, Identifier::value);

    /** A truth value: {@code true} or {@code false}, and no other word. */
    public static final Form<Boolean> BOOLEAN = new BooleanForm();

    /** A whole number. */
    public static final Form<Long> LONG = new LongForm();

    /** A duration with a unit; a plain number means seconds. */
    public static final Form<Duration> DURATION = new DurationForm();

    private Scalars() {}

    /**
     * A form of values that stand as text.
     *
     * @param noun  what is expected, with an article
     * @param parse makes the value; refuses by {@link IllegalArgumentException}
     * @param print the text that gives the value back
     * @param <T>   type of the value
     * @return the form
     */
    public static <T> Form<T> text(String noun, Function<String, T> parse, Function<T, String> print) {
        return new TextForm<>(noun, parse, value -> YamlNode.text(print.apply(value)));
    }

    /**
     * The words of an enum, in lower case with underscores; blanks and hyphens are read as underscores.
     *
     * @param noun what is expected, with an article
     * @param type the enum
     * @param <E>  the enum
     * @return the form
     */
    public static <E extends Enum<E>> Form<E> words(String noun, Class<E> type) {
        return new WordForm<>(noun, type);
    }

    static Map<String, Object> textSchema() {
        return Json.object("type", java.util.List.of("string", "number", "boolean"));
    }
}
