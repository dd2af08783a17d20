// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.NearMatches;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with fixed keys. Every key that is not among them is an error.
 *
 * @param <T> what it stands for
 */
public final class Mapping<T> implements Form<T> {

    /**
     * A key and where its value is found.
     *
     * @param key      the key
     * @param get      gives its value, or null to leave the key out
     * @param required whether it must be given
     */
    private record Binding<T, V>(Key<V> key, Function<T, @Nullable V> get, boolean required) {

        void writeTo(List<YamlNode.Entry> entries, T value) {
            V part = get.apply(value);
            if (part != null) {
                entries.add(YamlNode.Entry.of(key.name(), key.form().write(part)));
            }
        }

        boolean read(YamlNode node, Values values, Reading in) {
            V value = key.form().read(node, in);
            if (value == null) {
                return false;
            }
            values.put(key, value);
            return true;
        }
    }

    private final String noun;
    private final @Nullable String meaning;
    private final Map<String, Binding<T, ?>> bindings;
    private final @Nullable Key<?> shorthand;
    private final boolean block;
    private final Function<Values, T> make;

    private Mapping(Builder<T> builder, Function<Values, T> make) {
        this.noun = builder.noun;
        this.meaning = builder.meaning;
        this.bindings = new LinkedHashMap<>(builder.bindings);
        this.shorthand = builder.shorthand;
        this.block = builder.block;
        this.make = make;
    }

    /**
     * @param noun what it stands for, with an article
     * @param <T>  the type of what it stands for
     * @return a builder
     */
    public static <T> Builder<T> of(String noun) {
        return new Builder<>(noun);
    }

    @Override
    public String noun() {
        return noun;
    }

    @Override
    public List<String> keys() {
        return List.copyOf(bindings.keySet());
    }

    @Override
    public @Nullable T read(YamlNode node, Reading in) {
        YamlNode.Mapping mapping = asMapping(node);
        if (mapping == null) {
            in.expected("a mapping with the keys of " + noun, node, "Known: " + String.join(", ", keys()) + ".");
            return null;
        }
        Values values = new Values();
        in.enter(this);
        boolean good = readEntries(mapping, values, in);
        in.leave();
        if (!good) {
            return null;
        }
        try {
            return make.apply(values);
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            in.error(ErrorCode.BAD_VALUE, node, sentence(message), null);
            return null;
        }
    }

    /** What a constructor says, as a sentence; the name of an operation keeps its small letter. */
    private static String sentence(String message) {
        boolean keyword =
                message.substring(0, Math.max(0, message.indexOf(' '))).indexOf('_') >= 0;
        String start = keyword ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }

    private boolean readEntries(YamlNode.Mapping mapping, Values values, Reading in) {
        boolean good = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            Binding<T, ?> binding = bindings.get(entry.key().text());
            if (binding == null) {
                in.unknownKey(entry.key(), this);
                good = false;
            } else if (!entry.value().isNull() || binding.key().takesNull()) {
                good &= binding.read(entry.value(), values, in);
            }
        }
        for (Binding<T, ?> binding : bindings.values()) {
            String name = binding.key().name();
            if (binding.required()
                    && mapping.get(name).map(YamlNode::isNull).orElse(true)
                    && !misspelt(name, mapping)) {
                in.error(
                        ErrorCode.MISSING_KEY,
                        mapping.get(name).orElse(mapping),
                        mapping.has(name)
                                ? "The key '" + name + "' of " + noun + " has no value."
                                : "The key '" + name + "' is missing in " + noun + ".",
                        "Expected " + binding.key().form().noun() + ".");
                good = false;
            }
        }
        return good;
    }

    /** Whether some unknown key was probably meant as this one: that is one mistake, not two. */
    private boolean misspelt(String name, YamlNode.Mapping mapping) {
        NearMatches matches = new NearMatches(bindings.keySet());
        return mapping.entries().stream()
                .map(entry -> entry.key().text())
                .anyMatch(key -> !bindings.containsKey(key) && matches.to(key).contains(name));
    }

    private YamlNode.@Nullable Mapping asMapping(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        if (shorthand != null && node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            YamlNode.Scalar key = new YamlNode.Scalar(shorthand.name(), true, node.place());
            return new YamlNode.Mapping(List.of(new YamlNode.Entry(key, scalar)), false, node.place());
        }
        return null;
    }

    @Override
    public YamlNode write(T value) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (Binding<T, ?> binding : bindings.values()) {
            binding.writeTo(entries, value);
        }
        if (shorthand != null
                && entries.size() == 1
                && entries.get(0).key().text().equals(shorthand.name())
                && entries.get(0).value() instanceof YamlNode.Scalar only) {
            return only;
        }
        return new YamlNode.Mapping(entries, block, YamlNode.Place.NONE);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Binding<T, ?> binding : bindings.values()) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("description", binding.key().meaning());
            Map<String, Object> value = binding.key().form().schema(definitions);
            schema.putAll(binding.required() ? value : Json.orNull(value));
            properties.put(binding.key().name(), schema);
            if (binding.required()) {
                required.add(binding.key().name());
            }
        }
        Map<String, Object> object = Json.object("type", "object");
        if (meaning != null) {
            object.put("description", meaning);
        }
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return shorthand == null ? object : Json.anyOf(List.of(shorthand.form().schema(definitions), object));
    }

    /** Advice for a key that stands here but belongs into the value of one of this mapping's keys. */
    @Nullable
    String inside(String key) {
        for (Binding<T, ?> binding : bindings.values()) {
            if (binding.key().form().keys().contains(key)) {
                return "'" + key + "' belongs in '" + binding.key().name() + "'.";
            }
        }
        return null;
    }

    /**
     * Makes a {@link Mapping} key by key; keys are written in the order in which they are added.
     *
     * @param <T> what it stands for
     */
    public static final class Builder<T> {

        private final String noun;
        private final Map<String, Binding<T, ?>> bindings = new LinkedHashMap<>();
        private @Nullable String meaning;
        private @Nullable Key<?> shorthand;
        private boolean block;

        private Builder(String noun) {
            this.noun = noun;
        }

        /** @param value what it does, in a sentence, for the JSON Schema
         *  @return this */
        public Builder<T> meaning(String value) {
            meaning = value;
            return this;
        }

        /** Prints it over several lines, always.
         *  @return this */
        public Builder<T> inBlockStyle() {
            block = true;
            return this;
        }

        /** @param key the key that a scalar in place of the mapping gives
         *  @return this */
        public Builder<T> orJust(Key<?> key) {
            shorthand = key;
            return this;
        }

        /** @param key a key that must be given
         *  @param get gives its value
         *  @param <V> its type
         *  @return this */
        public <V> Builder<T> required(Key<V> key, Function<T, @Nullable V> get) {
            bindings.put(key.name(), new Binding<>(key, get, true));
            return this;
        }

        /** @param key a key that may be left out
         *  @param get gives its value, or null to leave it out
         *  @param <V> its type
         *  @return this */
        public <V> Builder<T> optional(Key<V> key, Function<T, @Nullable V> get) {
            bindings.put(key.name(), new Binding<>(key, get, false));
            return this;
        }

        /** @param key       a key that may be left out
         *  @param get       gives its value
         *  @param otherwise the value that leaving it out means
         *  @param <V>       its type
         *  @return this */
        public <V> Builder<T> optional(Key<V> key, Function<T, V> get, V otherwise) {
            return optional(key, value -> {
                V part = get.apply(value);
                return part.equals(otherwise) ? null : part;
            });
        }

        /** @param other keys of another mapping, to be read into this one
         *  @param get   gives the other mapping's value
         *  @param <U>   type of the other mapping's value
         *  @return this */
        public <U> Builder<T> all(Builder<U> other, Function<T, U> get) {
            other.bindings.values().forEach(binding -> include(binding, get));
            return this;
        }

        private <U, V> void include(Binding<U, V> binding, Function<T, U> get) {
            bindings.put(
                    binding.key().name(),
                    new Binding<>(binding.key(), value -> binding.get().apply(get.apply(value)), binding.required()));
        }

        /** @param make makes the value; what it refuses by {@link IllegalArgumentException} is reported
         *  @return the form */
        public Mapping<T> makes(Function<Values, T> make) {
            return new Mapping<>(this, make);
        }
    }
}
