// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over one file: collects everything that is wrong. Not safe for use by several threads. */
public final class Reading {

    private final String display;
    private final List<Finding> findings;
    private final Deque<Mapping<?>> enclosing = new ArrayDeque<>();

    /**
     * @param display  the file's name for people
     * @param findings where mistakes go
     */
    public Reading(String display, List<Finding> findings) {
        this.display = display;
        this.findings = findings;
    }

    /**
     * @param node a node that was read
     * @return its place
     */
    public SourceLocation at(YamlNode node) {
        return new SourceLocation(display, node.place().line(), node.place().column());
    }

    /**
     * Reports a mistake.
     *
     * @param code    which kind
     * @param where   the node that is wrong
     * @param message what was found and what was expected
     * @param hint    what to do, or null
     */
    public void error(ErrorCode code, YamlNode where, String message, @Nullable String hint) {
        findings.add(Finding.error(code, message).at(at(where)).withHint(hint));
    }

    /**
     * Reports that something else was expected.
     *
     * @param noun  what was expected, with an article
     * @param found what was found
     * @param hint  what to do, or null
     */
    public void expected(String noun, YamlNode found, @Nullable String hint) {
        error(ErrorCode.BAD_VALUE, found, "Expected " + noun + ", found " + describe(found) + ".", hint);
    }

    /**
     * Reports a word that is not in a closed vocabulary.
     *
     * @param code       which kind of mistake
     * @param what       what the word should be: {@code key}, {@code operation}
     * @param word       the word
     * @param vocabulary the words that are known
     * @param end        end of the sentence, after a blank, or nothing
     */
    public void unknown(ErrorCode code, String what, YamlNode.Scalar word, Collection<String> vocabulary, String end) {
        String near = new NearMatches(vocabulary).question(word.text());
        error(
                code,
                word,
                "Unknown " + what + " '" + word.text() + "'" + end + ".",
                near != null ? near : "Known: " + String.join(", ", vocabulary) + ".");
    }

    void unknownKey(YamlNode.Scalar key, Mapping<?> mapping) {
        String where = " in " + mapping.noun();
        if (new NearMatches(mapping.keys()).to(key.text()).isEmpty()) {
            String elsewhere = mapping.inside(key.text());
            if (elsewhere == null) {
                elsewhere = enclosing.stream()
                        .filter(outer -> outer.keys().contains(key.text()))
                        .findFirst()
                        .map(outer -> "'" + key.text() + "' is a key of " + outer.noun() + ": check the indentation.")
                        .orElse(null);
            }
            if (elsewhere != null) {
                error(
                        ErrorCode.UNKNOWN_KEY,
                        key,
                        "The key '" + key.text() + "' does not belong" + where + ".",
                        elsewhere);
                return;
            }
        }
        unknown(ErrorCode.UNKNOWN_KEY, "key", key, mapping.keys(), where);
    }

    void enter(Mapping<?> mapping) {
        enclosing.push(mapping);
    }

    void leave() {
        enclosing.pop();
    }

    /**
     * @param node a node
     * @return what it is, in words
     */
    public static String describe(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().isEmpty() ? "an empty list" : "a list";
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().isEmpty() ? "an empty mapping" : "a mapping";
        }
        if (node.isNull()) {
            return "nothing";
        }
        String text = ((YamlNode.Scalar) node).text();
        return (((YamlNode.Scalar) node).plain() ? "'" : "the text '")
                + (text.length() > 60 ? text.substring(0, 57) + "..." : text).replace("\n", "\\n") + "'";
    }
}
