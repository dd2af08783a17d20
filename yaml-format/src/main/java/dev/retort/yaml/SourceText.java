// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.yaml.node.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files as text in UTF-8. */
public final class SourceText {

    private SourceText() {}

    /**
     * Reads a file.
     *
     * @param file     the file
     * @param display  its name for people
     * @param findings where mistakes go
     * @return the text without a byte order mark, or null if it could not be read
     */
    public static @Nullable String read(Path file, String display, List<Finding> findings) {
        try {
            byte[] bytes = bytes(file);
            if (bytes.length > Limits.CHARACTERS) {
                String message =
                        "The file has " + Files.size(file) + " bytes; at most " + Limits.CHARACTERS + " are read.";
                findings.add(Finding.error(ErrorCode.YAML_FORBIDDEN, message).at(SourceLocation.ofFile(display)));
                return null;
            }
            return decode(bytes, display, findings);
        } catch (IOException failed) {
            String reason = failed instanceof NoSuchFileException ? "there is no such file" : failed.getMessage();
            findings.add(Finding.error(ErrorCode.FILE_ACCESS, "The file cannot be read: " + reason + ".")
                    .at(SourceLocation.ofFile(display)));
            return null;
        }
    }

    /** All bytes, or one more than are allowed. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Limits.CHARACTERS + 1);
        }
    }

    private static @Nullable String decode(byte[] bytes, String display, List<Finding> findings) {
        // The quick way, which the virtual machine has instructions for, puts U+FFFD where bytes are wrong.
        String quick = new String(bytes, StandardCharsets.UTF_8);
        if (quick.indexOf('\uFFFD') < 0) {
            return quick.startsWith("\uFEFF") ? quick.substring(1) : quick;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            findings.add(Finding.error(ErrorCode.YAML_SYNTAX, "Expected text in UTF-8, found bytes that are none.")
                    .at(new SourceLocation(display, line, 0))
                    .withHint("Save the file in UTF-8."));
            return null;
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
