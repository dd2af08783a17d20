// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.project.DatabaseUrl;
import dev.retort.project.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps passwords out of everything that is printed about a database, even if a driver repeats one. */
final class Secrets {

    /** Shorter ones are found by their place in a URL alone: hiding each {@code a} would say more than it hides. */
    private static final int SHORTEST = 4;

    private final List<String> known = new ArrayList<>();

    /** Remembers the passwords of a URL. */
    void learn(DatabaseUrl url) {
        url.secretPassword().ifPresent(this::learn);
        String rest = url.afterScheme();
        if (!rest.startsWith("//") && rest.lastIndexOf('@') > 0) {
            learn(rest.substring(0, rest.lastIndexOf('@'))); // user:password@host, without what makes it a URL
        }
        for (Map.Entry<String, String> parameter : url.secretParameters().entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            if (name.contains("pass") || name.contains("pwd") || name.contains("secret") || name.contains("token")) {
                learn(parameter.getValue());
            }
        }
    }

    private void learn(String secret) {
        if (secret.length() >= SHORTEST) {
            known.add(secret);
        }
    }

    /** A text without them. */
    String hide(String text) {
        String hidden = text;
        for (String secret : known) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden.indexOf("://") < 0 ? hidden : Redaction.redact(hidden);
    }
}
