// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.yaml.node.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of an enum. */
record WordForm<E extends Enum<E>>(String noun, Class<E> type) implements Form<E> {

    @Override
    public @Nullable E read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Scalar scalar) || node.isNull()) {
            in.expected(noun, node, "Known: " + String.join(", ", words()) + ".");
            return null;
        }
        String word = scalar.text().strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        in.unknown(ErrorCode.BAD_VALUE, "word", scalar, words(), ", expected " + noun);
        return null;
    }

    @Override
    public YamlNode write(E value) {
        return YamlNode.text(word(value));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        String anyCase = words().stream().map(WordForm::anyCase).collect(Collectors.joining("|", "^(", ")$"));
        return Json.anyOf(
                List.of(Json.object("enum", List.copyOf(words())), Json.object("type", "string", "pattern", anyCase)));
    }

    /** JSON Schema has no flag for it, so every letter stands in both cases. */
    private static String anyCase(String word) {
        StringBuilder pattern = new StringBuilder();
        word.chars()
                .mapToObj(c -> c == '_' ? "[ _-]+" : "[" + (char) c + Character.toUpperCase((char) c) + "]")
                .forEach(pattern::append);
        return pattern.toString();
    }

    private List<String> words() {
        return Arrays.stream(type.getEnumConstants()).map(WordForm::word).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
