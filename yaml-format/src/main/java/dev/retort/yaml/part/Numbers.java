// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as JSON has them. What only some readers take for a number ({@code 012}, {@code 0x1F}, {@code 1_000},
 * {@code 12:30}) stays text, so that a postal code or a time of day is never turned into something else.
 */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,18})");
    private static final int LARGEST_EXPONENT = 1000;

    private Numbers() {}

    static boolean isNumber(YamlNode.Scalar scalar) {
        return scalar.plain() && NUMBER.matcher(scalar.text()).matches();
    }

    static boolean isLong(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return false;
        }
        return new BigDecimal(text).toBigInteger().bitLength() < Long.SIZE;
    }

    static @Nullable BigDecimal read(YamlNode.Scalar scalar, Reading in) {
        try {
            BigDecimal number = new BigDecimal(scalar.text());
            if (Math.abs((long) number.scale())
                    <= LARGEST_EXPONENT + scalar.text().length()) {
                return number;
            }
        } catch (NumberFormatException beyondAnyExponent) {
            // reported below
        }
        in.expected("a number with an exponent of at most " + LARGEST_EXPONENT, scalar, "Put a text in quotes.");
        return null;
    }

    static String print(BigDecimal number) {
        return Math.abs(number.scale()) <= 30 ? number.toPlainString() : number.toString();
    }
}
