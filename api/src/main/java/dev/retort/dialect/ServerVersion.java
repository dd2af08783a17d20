// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a database server or library.
 *
 * @param major   first number
 * @param minor   second number, 0 if there is none
 * @param patch   third number, 0 if there is none
 * @param product what it calls itself, such as {@code PostgreSQL}, for messages
 */
public record ServerVersion(int major, int minor, int patch, String product) implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");
    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /**
     * Reads the first version number in a text.
     *
     * @param product what it calls itself
     * @param text    such as {@code 16.2 (Debian 16.2-1)}
     * @return the version
     * @throws IllegalArgumentException if there is no number in the text
     */
    public static ServerVersion parse(String product, String text) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("server version must contain a number, but was '" + text + "'");
        }
        return new ServerVersion(
                Integer.parseInt(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)), product);
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /**
     * @param otherMajor first number
     * @param otherMinor second number
     * @return whether this version is that one or a later one
     */
    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }

    /**
     * Refuses a version that is too old.
     *
     * @param oldestMajor first number of the oldest version that will do
     * @param oldestMinor second number
     * @throws RetortException if this version is older
     */
    public void require(int oldestMajor, int oldestMinor) {
        if (!isAtLeast(oldestMajor, oldestMinor)) {
            throw new RetortException(Finding.error(
                    ErrorCode.TOO_OLD,
                    "Retort needs " + product + " " + oldestMajor + "." + oldestMinor + " or later, but this is " + this
                            + "."));
        }
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return product + " " + major + "." + minor + "." + patch;
    }
}
