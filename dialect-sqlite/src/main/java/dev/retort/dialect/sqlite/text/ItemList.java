// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;

/** Puts items into, and takes them out of, the list in a table's parentheses, so that commas and comments stay right. */
final class ItemList {

    private final String text;
    private final List<Fragment> items;
    private final TableLayout layout;

    ItemList(CreateTableText table) {
        this.text = table.text();
        this.items = new ArrayList<>();
        table.columns().forEach(column -> items.add(column.fragment()));
        table.constraints().forEach(constraint -> items.add(constraint.fragment()));
        this.layout = TableLayout.of(text, table.body().start(), table.body().end() - 1, items);
    }

    String replace(int index, String definition) {
        Fragment old = items.get(index);
        return new TextPatch(text).replace(old.start(), old.end(), definition).apply();
    }

    /** Takes the item away with the comments that belong to it. */
    String remove(int index) {
        int from = layout.cuts().get(index);
        int to = layout.cuts().get(index + 1);
        TextPatch patch = new TextPatch(text).replace(from, to, "");
        int before = index == 0 ? -1 : layout.commas().get(index - 1);
        int after = index == items.size() - 1 ? -1 : layout.commas().get(index);
        boolean keepsBefore = before >= 0 && before < from;
        boolean keepsAfter = after >= to;
        boolean between = index > 0 && index < items.size() - 1;
        if (between && !keepsBefore && !keepsAfter) {
            patch.insert(items.get(index - 1).end(), ",");
        } else if (keepsBefore && (keepsAfter || !between)) {
            patch.replace(before, before + 1, "");
        } else if (keepsAfter && !between) {
            patch.replace(after, after + 1, "");
        }
        return patch.apply();
    }

    /** Puts the definition before the item now at {@code index}, or behind all when {@code index} is their number. */
    String insert(int index, String definition) {
        TextPatch patch = new TextPatch(text);
        int cut = layout.cuts().get(index);
        if (index == items.size()) {
            Fragment last = items.get(index - 1);
            if (commaFirst(index - 1)) {
                return patch.insert(cut, lead(index - 1) + ", " + definition).apply();
            }
            return patch.insert(last.end(), ",")
                    .insert(cut, spaced(index - 1) + definition)
                    .apply();
        }
        if (index > 0 && commaFirst(index)) {
            return patch.insert(cut, lead(index) + ", " + definition).apply();
        }
        if (index > 0 && layout.commas().get(index - 1) < 0) {
            return patch.insert(items.get(index - 1).end(), ",")
                    .insert(cut, spaced(index) + definition + ",")
                    .apply();
        }
        String gap = lead(index).isEmpty() && index == 0 ? " " : "";
        return patch.insert(cut, lead(index) + terminated(definition) + gap).apply();
    }

    /** Whether the comma before the item stands on the item's side of a line break. */
    private boolean commaFirst(int index) {
        return index > 0 && layout.commas().get(index - 1) >= layout.cuts().get(index);
    }

    private String spaced(int index) {
        String lead = lead(index);
        return lead.isEmpty() ? " " : lead;
    }

    /** The blanks that lead to the item: its line break and indentation when it begins a line. */
    private String lead(int index) {
        int from = layout.cuts().get(index);
        int end = from;
        while (end < text.length() && text.charAt(end) <= ' ') {
            end++;
        }
        return text.substring(from, end);
    }

    /** The definition with a comma behind its last token, ahead of a comment at its end. */
    private static String terminated(String definition) {
        int end = SqliteLexer.significant(definition).stream()
                .mapToInt(Token::end)
                .max()
                .orElse(0);
        return new TextPatch(definition).insert(end, ",").apply();
    }
}
