// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the operands into a form of a dialect. */
final class Template {

    private static final Pattern OPERAND = Pattern.compile("\\{(\\d)}");
    private static final Pattern CALL = Pattern.compile("\\w+\\(.*\\)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+");

    private Template() {}

    static Rendered fill(String template, Kind kind, List<Rendered> operands) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = OPERAND.matcher(template);
        int end = 0;
        while (matcher.find()) {
            Rendered operand = operands.get(Integer.parseInt(matcher.group(1)));
            out.append(template, end, matcher.start());
            out.append(isArgument(template, matcher) ? operand.sql() : operand.within(Level.ATOM));
            end = matcher.end();
        }
        out.append(template, end, template.length());
        return new Rendered(out.toString(), level(template), kind);
    }

    /** Whether commas or parentheses stand on both sides. */
    private static boolean isArgument(String template, Matcher at) {
        String before = template.substring(0, at.start());
        String after = template.substring(at.end());
        return (before.endsWith("(") || before.endsWith(", ")) && (after.startsWith(")") || after.startsWith(","));
    }

    private static Level level(String template) {
        if (WORD.matcher(template).matches()) {
            return Level.ATOM;
        }
        if (!CALL.matcher(template).matches()) {
            return Level.LOOSE;
        }
        int depth = 0;
        for (int i = template.indexOf('('); i < template.length() - 1; i++) {
            char c = template.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return Level.LOOSE;
            }
        }
        return Level.ATOM;
    }
}
