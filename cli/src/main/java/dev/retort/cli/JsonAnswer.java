// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.FindingCode;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.Direction;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as JSON. A record becomes an object with its components in order, {@code dependsOn} as
 * {@code depends_on}; ids and paths become strings, durations milliseconds under a name that ends with {@code _ms},
 * instants ISO 8601, enums lower case.
 */
final class JsonAnswer {

    /** Texts that are SQL: a password in them is the migration's own, and hiding it would change what they do. */
    private static final Set<String> SQL = Set.of("sql", "statements");

    private final Secrets secrets;

    JsonAnswer(Secrets secrets) {
        this.secrets = secrets;
    }

    void write(Object answer, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new DefaultPrettyPrinter()
                        .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n")))) {
            value(json, answer, false);
            json.writeRaw('\n');
        }
        out.flush();
    }

    private void value(JsonGenerator json, @Nullable Object value, boolean sql) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                value(json, item, sql);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                field(json, String.valueOf(entry.getKey()), entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Finding finding) {
            finding(json, finding);
        } else if (value instanceof Record record) {
            record(json, record);
        } else if (value instanceof Direction direction) {
            json.writeString(direction.word());
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name().toLowerCase(Locale.ROOT));
        } else {
            json.writeString(sql ? value.toString() : secrets.hide(value.toString()));
        }
    }

    private void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value instanceof Duration duration) {
            json.writeNumberField(name + "_ms", duration.toMillis());
        } else {
            json.writeFieldName(name);
            value(json, value, SQL.contains(name));
        }
    }

    private void record(JsonGenerator json, Record record) throws IOException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("value")) {
            value(json, component(record, components[0]), false);
            return;
        }
        json.writeStartObject();
        for (RecordComponent component : components) {
            field(json, snake(component.getName()), component(record, component));
        }
        json.writeEndObject();
    }

    private void finding(JsonGenerator json, Finding finding) throws IOException {
        FindingCode code = finding.code();
        json.writeStartObject();
        json.writeStringField("code", code.id());
        field(json, "severity", finding.severity());
        field(json, "subject", finding.subject());
        field(json, "message", finding.message());
        field(json, "hint", finding.hint());
        SourceLocation location = finding.location();
        json.writeFieldName("location");
        if (location == null || location.equals(SourceLocation.NONE)) {
            json.writeNull();
        } else {
            record(json, location);
        }
        json.writeEndObject();
    }

    private static @Nullable Object component(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(component.toString(), impossible);
        }
    }

    private static String snake(String camel) {
        StringBuilder snake = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
