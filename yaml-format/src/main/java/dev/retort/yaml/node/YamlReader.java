// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.node;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one YAML document into nodes. Nothing is constructed from it but strings, lists and mappings. */
public final class YamlReader {

    private YamlReader() {}

    /**
     * Reads a text.
     *
     * @param text     the text; a byte order mark at its start is skipped
     * @param display  the file's name for people
     * @param findings where mistakes go
     * @return the document, or null if it is empty or not well-formed (which is then among the findings)
     */
    public static @Nullable YamlNode read(String text, String display, List<Finding> findings) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (body.length() > Limits.CHARACTERS) {
            findings.add(Finding.error(
                            ErrorCode.YAML_FORBIDDEN,
                            "The file has " + body.length() + " characters; at most " + Limits.CHARACTERS
                                    + " are read.")
                    .at(SourceLocation.ofFile(display)));
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Limits.CHARACTERS);
        try {
            return compose(new ParserImpl(new StreamReader(body), options), new NodeBuilder(display, findings));
        } catch (MarkedYAMLException wrong) {
            findings.add(syntax(problem(wrong))
                    .at(new SourceLocation(
                            display,
                            wrong.getProblemMark().getLine() + 1,
                            wrong.getProblemMark().getColumn() + 1)));
        } catch (ReaderException wrong) {
            String message = String.format("The character U+%04X is not allowed in YAML.", wrong.getCodePoint());
            findings.add(syntax(message)
                    .at(TextPosition.of(body, wrong.getPosition()).in(display))
                    .withHint("Write it as an escape in double quotes, such as \"\\u0007\"."));
        } catch (NodeBuilder.Stopped reported) {
            return null;
        } catch (YAMLException wrong) {
            findings.add(syntax("Not well-formed YAML: " + wrong.getMessage()).at(SourceLocation.ofFile(display)));
        }
        return null;
    }

    private static @Nullable YamlNode compose(Parser parser, NodeBuilder builder) {
        YamlNode document = null;
        boolean seen = false;
        Iterator<Event> iterator = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parser.peekEvent() != null;
            }

            @Override
            public Event next() {
                return parser.getEvent();
            }
        };
        while (iterator.hasNext()) {
            Event event = iterator.next();
            if (event instanceof DocumentStartEvent) {
                if (seen) {
                    builder.forbid(event, "a second document ('---')", "Keep one document in a file.");
                    return document;
                }
                seen = true;
                document = builder.build(iterator.next(), iterator);
            }
        }
        return document;
    }

    private static Finding syntax(String message) {
        return Finding.error(ErrorCode.YAML_SYNTAX, message);
    }

    private static String problem(MarkedYAMLException wrong) {
        String context = wrong.getContext();
        String problem = String.valueOf(wrong.getProblem()).strip();
        return "Not well-formed YAML: " + (context == null ? "" : context.strip() + ": ")
                + (problem.endsWith(".") || problem.endsWith(")") ? problem : problem + ".");
    }
}
