// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

/**
 * How wide a text will be, without asking for fonts, which servers may not have. The reader's fonts are not known, so the
 * widths are those of wide ones: of each letter in DejaVu Sans or Arial, whichever is wider there.
 */
final class TextWidth {

    private static final double MONOSPACE = 0.61;

    /** Advance widths from the space to the tilde, in hundredths of the font's size. */
    private static final int[] ASCII = {
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64,
        64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, 102, 68, 69, 72, 77, 67,
        61, 78, 75, 29, 50, 67, 56, 86, 75, 79, 67, 79, 72, 67, 61, 73, 68, 99, 69,
        67, 69, 39, 34, 39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58,
        28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84
    };

    /** Letters of other alphabets, and everything that fills a square. */
    private static final int OTHER = 75;

    private static final int SQUARE = 102;
    private static final int FIRST_SQUARE = 0x1100;

    private TextWidth() {}

    /** In pixels, for a font of a size in pixels. */
    static double of(String text, double size) {
        return text.codePoints().map(TextWidth::hundredths).sum() * size / 100;
    }

    /** In pixels, for a font whose letters are all equally wide. */
    static double monospace(String text, double size) {
        return text.codePoints().mapToDouble(c -> c < 0x7f ? MONOSPACE : 1.02).sum() * size;
    }

    private static int hundredths(int codePoint) {
        if (codePoint >= ' ' && codePoint <= '~') {
            return ASCII[codePoint - ' '];
        }
        return codePoint >= FIRST_SQUARE ? SQUARE : OTHER;
    }
}
