// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import dev.retort.engine.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a picture shows of a revision: its id, the beginning of its message, and chips for what it is and for the labels
 * that start or end at it.
 *
 * @param revision the revision
 * @param id       its id, shortened
 * @param message  lines
 * @param chips    with their places inside the box
 * @param height   in pixels; the width is always {@link #WIDTH}
 */
record Box(RevisionInfo revision, String id, List<String> message, List<Chip> chips, double height) {

    static final double WIDTH = 236;
    static final double PADDING = 12;
    static final double ID_SIZE = 13;
    static final double MESSAGE_SIZE = 12;
    static final double CHIP_SIZE = 10;
    static final double ID_BASE = 21;
    static final double LINE = 16;
    static final double CHIP_HEIGHT = 16;

    private static final double INSIDE = WIDTH - 2 * PADDING;
    private static final double CHIP_PADDING = 7;
    private static final double CHIP_GAP = 5;
    private static final double CHIP_ROW = CHIP_HEIGHT + 4;
    private static final int MOST_CHARACTERS_OF_ID = 24;
    private static final int MOST_LINES = 2;
    private static final int MOST_LABELS = 4;

    /**
     * A word in a frame.
     *
     * @param kind  what it is: {@code head}, {@code current}, {@code point} or {@code label}
     * @param text  the word
     * @param x     of its left side, from that of the box
     * @param y     of its upper side, from that of the box
     * @param width of the frame
     */
    record Chip(String kind, String text, double x, double y, double width) {}

    private record Word(String kind, String text) {}

    /**
     * The box of a revision.
     *
     * @param revision the revision
     * @param inherited labels that a parent in the picture has too
     */
    static Box of(RevisionInfo revision, Set<String> inherited) {
        String whole = Characters.allowed(revision.id().value());
        String id =
                whole.length() <= MOST_CHARACTERS_OF_ID ? whole : whole.substring(0, MOST_CHARACTERS_OF_ID - 1) + "…";
        List<String> message =
                new TextLines(MESSAGE_SIZE, INSIDE).wrap(Characters.line(revision.message()), MOST_LINES);
        double top = ID_BASE + message.size() * LINE + 9;
        List<Chip> chips = chips(words(revision, inherited), top);
        double height = chips.isEmpty() ? top + 2 : chips.get(chips.size() - 1).y() + CHIP_HEIGHT + 10;
        return new Box(revision, id, message, chips, height);
    }

    private static List<Word> words(RevisionInfo revision, Set<String> inherited) {
        List<Word> words = new ArrayList<>();
        if (revision.current()) {
            words.add(new Word("current", "current"));
        }
        if (revision.head()) {
            words.add(new Word("head", revision.effectiveHead() ? "head" : "effective head"));
        }
        if (revision.mergePoint()) {
            words.add(new Word("point", "merge"));
        }
        if (revision.branchPoint()) {
            words.add(new Word("point", "branch point"));
        }
        if (revision.revises().isEmpty()) {
            words.add(new Word("point", "base"));
        }
        List<String> labels = revision.labels().stream()
                .filter(label -> revision.head() || !inherited.contains(label))
                .toList();
        for (String label : labels.subList(0, Math.min(labels.size(), MOST_LABELS))) {
            words.add(new Word("label", Characters.line(label)));
        }
        if (labels.size() > MOST_LABELS) {
            words.add(new Word("label", "+" + (labels.size() - MOST_LABELS)));
        }
        return words;
    }

    private static List<Chip> chips(List<Word> words, double top) {
        TextLines lines = new TextLines(CHIP_SIZE, INSIDE - 2 * CHIP_PADDING);
        List<Chip> chips = new ArrayList<>();
        double x = PADDING;
        double y = top;
        for (Word word : words) {
            String text = lines.shorten(word.text());
            double width = TextWidth.of(text, CHIP_SIZE) + 2 * CHIP_PADDING;
            if (x > PADDING && x + width > WIDTH - PADDING) {
                x = PADDING;
                y += CHIP_ROW;
            }
            chips.add(new Chip(word.kind(), text, x, y, width));
            x += width + CHIP_GAP;
        }
        return chips;
    }
}
