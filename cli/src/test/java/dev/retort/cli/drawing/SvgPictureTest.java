// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.RevisionInfo;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures are read back as XML, and their geometry is checked. */
class SvgPictureTest {

    private record Frame(double x, double y, double width, double height) {

        /** Whether both have a place in common; touching is allowed. */
        boolean overlaps(Frame other) {
            return x < other.x + other.width - 0.5
                    && other.x < x + width - 0.5
                    && y < other.y + other.height - 0.5
                    && other.y < y + height - 0.5;
        }

        boolean holds(Frame other) {
            return other.x >= x
                    && other.y >= y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 60, 300})
    void aPictureHasABoxForEachRevisionAndALineForEachEdge(int size) throws Exception {
        List<RevisionInfo> revisions = Histories.random(size, size);

        Document picture = parse(SvgPicture.of(revisions));

        List<Element> boxes = byClass(picture, "g", "revision");
        assertEquals(
                revisions.stream()
                        .map(revision -> "revision-" + revision.id().value())
                        .toList(),
                boxes.stream().map(box -> box.getAttribute("id")).toList());
        for (int i = 0; i < size; i++) {
            RevisionInfo revision = revisions.get(i);
            assertEquals(revision.head(), classes(boxes.get(i)).contains("head"));
            assertEquals(revision.current(), classes(boxes.get(i)).contains("current"));
            assertTrue(child(boxes.get(i), "title").startsWith(revision.id().value() + ": "));
            assertTrue(child(boxes.get(i), "desc").startsWith("migrations/" + revision.id() + ".yaml"));
        }
        List<String> edges = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            revision.revises().forEach(parent -> edges.add("edge " + revision.id() + " follows " + parent));
            revision.dependencies()
                    .forEach(other -> edges.add("edge dependency " + revision.id() + " depends on " + other));
        }
        assertEquals(
                edges,
                byClass(picture, "path", "edge").stream()
                        .map(edge -> edge.getAttribute("class") + " " + child(edge, "title"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 300})
    void nothingCoversAnythingElse(int size) throws Exception {
        Document picture = parse(SvgPicture.of(Histories.random(size + 1, size)));
        String[] view = picture.getDocumentElement().getAttribute("viewBox").split(" ");
        Frame page = new Frame(0, 0, Double.parseDouble(view[2]), Double.parseDouble(view[3]));
        List<Frame> boxes = byClass(picture, "g", "revision").stream()
                .map(SvgPictureTest::frame)
                .toList();

        for (int i = 0; i < boxes.size(); i++) {
            assertTrue(page.holds(boxes.get(i)), boxes.get(i)::toString);
            for (int j = 0; j < i; j++) {
                assertFalse(boxes.get(i).overlaps(boxes.get(j)), boxes.get(i) + " and " + boxes.get(j));
            }
        }
        for (Element edge : byClass(picture, "path", "edge")) {
            for (Frame piece : pieces(edge.getAttribute("d"))) {
                assertTrue(page.holds(piece), piece::toString);
                boxes.forEach(
                        box -> assertFalse(box.overlaps(piece), () -> child(edge, "title") + " goes through " + box));
            }
        }
    }

    @Test
    void whatIsWrittenInABoxStaysInIt() throws Exception {
        Document picture = parse(SvgPicture.of(Histories.random(7, 60)));

        for (Element revision : byClass(picture, "g", "revision")) {
            Frame box = frame(revision);
            Frame inside = new Frame(Box.PADDING, 0, box.width() - 2 * Box.PADDING, box.height());
            List<Frame> chips = byClass(revision, "g", "chip").stream()
                    .map(chip -> rectangle(
                            (Element) chip.getElementsByTagName("rect").item(0)))
                    .toList();
            for (int i = 0; i < chips.size(); i++) {
                assertTrue(inside.holds(chips.get(i)), chips.get(i) + " in " + inside);
                for (int j = 0; j < i; j++) {
                    assertFalse(chips.get(i).overlaps(chips.get(j)));
                }
            }
            for (Element line : byClass(revision, "text", "message")) {
                double y = Double.parseDouble(line.getAttribute("y"));
                double width = TextWidth.of(line.getTextContent(), Box.MESSAGE_SIZE);
                assertTrue(inside.holds(new Frame(Box.PADDING, y - 12, width, 15)), line.getTextContent());
                assertTrue(chips.stream().allMatch(chip -> chip.y() > y + 3), line.getTextContent());
            }
        }
    }

    @Test
    void theNewestRevisionIsAboveTheOthers() throws Exception {
        Document picture = parse(SvgPicture.of(List.of(
                Histories.revision("cccc", List.of("bbbb"), List.of(), "three"),
                Histories.revision("bbbb", List.of("aaaa"), List.of(), "two"),
                Histories.revision("aaaa", List.of(), List.of(), "one"))));

        List<Double> tops = byClass(picture, "g", "revision").stream()
                .map(box -> frame(box).y())
                .toList();

        assertEquals(tops.stream().sorted().toList(), tops);
    }

    @Test
    void aHostileMessageIsNothingButText() throws Exception {
        String message = "</text><script>alert('x')</script> & ]]> \" \u0000\u001b \ud800 \uffff";

        Document picture = parse(SvgPicture.of(List.of(Histories.revision("aaaa", List.of(), List.of(), message))));

        assertEquals(0, picture.getElementsByTagName("script").getLength());
        assertEquals(
                "aaaa: </text><script>alert('x')</script> & ]]> \" \ufffd\ufffd \ufffd \ufffd",
                child(byClass(picture, "g", "revision").get(0), "title"));
    }

    @Test
    void aPictureIsTheSameEachTime() {
        assertEquals(SvgPicture.of(Histories.random(3, 40)), SvgPicture.of(Histories.random(3, 40)));
    }

    @Test
    void anEmptyHistoryIsAPictureToo() throws Exception {
        assertEquals(
                0, byClass(parse(SvgPicture.of(List.of())), "g", "revision").size());
    }

    @Test
    void aLongLineOfRevisionsIsPlacedWithoutOverflow() throws Exception {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (int i = 3000; i > 0; i--) {
            revisions.add(Histories.revision(
                    "r" + (10_000 + i), i == 1 ? List.of() : List.of("r" + (10_000 + i - 1)), List.of(), "step"));
        }
        assertEquals(
                3000, byClass(parse(SvgPicture.of(revisions)), "g", "revision").size());
    }

    private static Document parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> byClass(Document document, String name, String word) {
        return byClass(document.getDocumentElement(), name, word);
    }

    private static List<Element> byClass(Element from, String name, String word) {
        NodeList found = from.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            if (classes((Element) found.item(i)).contains(word)) {
                elements.add((Element) found.item(i));
            }
        }
        return elements;
    }

    private static List<String> classes(Element element) {
        return List.of(element.getAttribute("class").split(" "));
    }

    private static String child(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Frame frame(Element revision) {
        double[] place = numbers(revision.getAttribute("transform"));
        Frame box = rectangle((Element) revision.getElementsByTagName("rect").item(0));
        return new Frame(place[0], place[1], box.width(), box.height());
    }

    private static Frame rectangle(Element rect) {
        return new Frame(number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
    }

    private static double number(Element element, String name) {
        String value = element.getAttribute(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    /** The pieces of a path as frames without an area; a round corner is taken as its three points. */
    private static List<Frame> pieces(String path) {
        double[] numbers = numbers(path);
        List<Frame> pieces = new ArrayList<>();
        for (int i = 2; i < numbers.length; i += 2) {
            double x = Math.min(numbers[i - 2], numbers[i]);
            double y = Math.min(numbers[i - 1], numbers[i + 1]);
            double width = Math.max(Math.abs(numbers[i] - numbers[i - 2]), 0);
            pieces.add(new Frame(x, y, width, Math.abs(numbers[i + 1] - numbers[i - 1])));
        }
        return pieces;
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split("[^0-9.]+"))
                .filter(number -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
