// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a migration's content, the same whatever line endings a checkout gave it. */
public final class Checksum {

    private Checksum() {}

    /**
     * @param content a migration's content
     * @return SHA-256 of it in UTF-8, every line ending {@code \n} and none at the end, as 64 hexadecimal digits
     */
    public static String of(String content) {
        String normal = content.replace("\r\n", "\n").replace('\r', '\n').replaceAll("\\n+\\z", "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
