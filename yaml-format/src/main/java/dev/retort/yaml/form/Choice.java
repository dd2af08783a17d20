// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be written in several forms, told apart by what stands there.
 *
 * @param <T> type of the value
 */
public final class Choice<T> implements Form<T> {

    private record Option<T>(Predicate<YamlNode> when, Form<T> form) {}

    private final String noun;
    private final List<Option<T>> options = new ArrayList<>();
    private final Function<T, Form<T>> writer;

    /**
     * @param noun   what is expected, with an article
     * @param writer chooses the form to write a value in
     */
    public Choice(String noun, Function<T, Form<T>> writer) {
        this.noun = noun;
        this.writer = writer;
    }

    /**
     * One more form, tried after those before.
     *
     * @param when whether a node is meant for it
     * @param form the form
     * @return this
     */
    public Choice<T> or(Predicate<YamlNode> when, Form<T> form) {
        options.add(new Option<>(when, form));
        return this;
    }

    /** {@return whether a node is a scalar other than null} */
    public static Predicate<YamlNode> scalar() {
        return node -> node instanceof YamlNode.Scalar && !node.isNull();
    }

    /** {@return whether a node is a list} */
    public static Predicate<YamlNode> list() {
        return node -> node instanceof YamlNode.Sequence;
    }

    /** {@return whether a node is a mapping} */
    public static Predicate<YamlNode> mapping() {
        return node -> node instanceof YamlNode.Mapping;
    }

    /**
     * @param key a key
     * @return whether a node is a mapping with that key
     */
    public static Predicate<YamlNode> has(String key) {
        return node -> node instanceof YamlNode.Mapping mapping && mapping.has(key);
    }

    @Override
    public String noun() {
        return noun;
    }

    @Override
    public @Nullable T read(YamlNode node, Reading in) {
        for (Option<T> option : options) {
            if (option.when().test(node)) {
                return option.form().read(node, in);
            }
        }
        in.expected(noun, node, null);
        return null;
    }

    @Override
    public YamlNode write(T value) {
        return writer.apply(value).write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.anyOf(options.stream()
                .map(option -> option.form().schema(definitions))
                .toList());
    }

    @Override
    public List<String> keys() {
        return options.stream()
                .flatMap(option -> option.form().keys().stream())
                .distinct()
                .toList();
    }
}
