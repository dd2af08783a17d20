// SPDX-License-Identifier: Apache-2.0
package dev.retort.project;

import java.util.regex.Pattern;

/** Takes passwords out of texts: the one place where that is done. */
public final class Redaction {

    private static final Pattern USER_INFO = Pattern.compile("(//[^:@/?#\\s]*):[^\\s]*@(?=[^@\\s]*)");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)\\b((?:[a-z_.]*(?:password|passwd|passphrase|secret|token)|pwd|pass|key)\\s*=\\s*)(?!\\*\\*\\*)[^&;,\\s)\"']+");

    private Redaction() {}

    /**
     * A text with {@code ***} in place of every password of a URL or parameter in it.
     *
     * @param text any text, a URL or a driver's message
     * @return the text without passwords
     */
    public static String redact(String text) {
        return PARAMETER.matcher(USER_INFO.matcher(text).replaceAll("$1:***@")).replaceAll("$1***");
    }
}
