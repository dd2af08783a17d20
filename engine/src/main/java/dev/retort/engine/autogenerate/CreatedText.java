// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.engine.text.Mentions;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All words of an operation that creates something, in which others may be mentioned. */
final class CreatedText {

    private static final Set<String> LATER = Set.of("policies");

    private final StringBuilder words = new StringBuilder();

    private CreatedText() {}

    static SqlText of(Operation operation) {
        CreatedText text = new CreatedText();
        if (operation instanceof CreateTable create) {
            text.table(create.table());
            text.indexes(create.table());
        } else if (operation instanceof CreateView create) {
            text.add(create.view().query());
            text.add(create.view().options());
        } else if (operation instanceof CreateRoutine create) {
            text.add(create.routine().definition());
        } else if (operation instanceof Execute execute) {
            text.add(execute.sql());
        }
        return SqlText.verbatim(text.words.toString());
    }

    /** The words of a table without its indexes, which can be made when everything else is there. */
    static SqlText withoutIndexes(CreateTable operation) {
        CreatedText text = new CreatedText();
        text.table(operation.table());
        return SqlText.verbatim(text.words.toString());
    }

    private void indexes(Table table) {
        table.indexes().stream().flatMap(index -> index.parts().stream()).forEach(this::part);
        table.indexes().forEach(index -> add(index.where()));
    }

    private void part(IndexPart part) {
        add(part.options());
        if (part.key() instanceof IndexKey.OfExpression expression) {
            add(expression.sql());
        }
        word(part.collation());
    }

    private void table(Table table) {
        add(table.options());
        table.columns().forEach(this::column);
        table.foreignKeys().forEach(key -> add(key.referredTable()));
        table.checks().forEach(check -> add(check.expression()));
        table.exclusions().stream()
                .flatMap(exclusion -> exclusion.elements().stream())
                .forEach(element -> {
                    word(element.operator());
                    part(element.part());
                });
        table.exclusions().forEach(exclusion -> add(exclusion.where()));
    }

    private void column(Column column) {
        type(column.type());
        if (column.defaultValue() instanceof DefaultValue.Expression expression) {
            // The name of a sequence stands in quotes there.
            Mentions.textsOf(expression.sql()).forEach(sql -> word(sql.replace('\'', ' ')));
        }
        if (column.generated() != null) {
            add(column.generated().expression());
        }
    }

    private void type(DataType type) {
        if (type instanceof DataType.Array array) {
            type(array.element());
        } else if (type instanceof DataType.Enum named && named.name() != null) {
            add(named.name());
        } else if (type instanceof DataType.Native other) {
            word(other.sql());
        }
        word(dev.retort.schema.TextAttributes.of(type).collation());
    }

    private void add(QualifiedName name) {
        word("\"" + name.name().value().replace("\"", "\"\"") + "\"");
    }

    private void add(Options options) {
        word(words(options));
    }

    /** The words of options, but for those that a dialect says when everything else is there. */
    static String words(Options options) {
        return options.byDialect().values().stream()
                .flatMap(all -> all.entrySet().stream())
                .filter(option -> !LATER.contains(option.getKey()))
                .map(option -> option.getValue().toString())
                .collect(Collectors.joining("\n"));
    }

    private void add(@Nullable SqlText text) {
        if (text != null) {
            Mentions.textsOf(text).forEach(this::word);
        }
    }

    private void word(@Nullable String word) {
        if (word != null) {
            words.append(word).append('\n');
        }
    }
}
