package io.slipway.reports.junit;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A test case.
 *
 * @param name its name
 * @param seconds how long it took
 * @param kind what came of it
 * @param message one line about it
 * @param text the rest of the story, or empty
 */
record Case(String name, double seconds, Kind kind, String message, String text) {

    enum Kind {
        PASSED,
        FAILED,
        SKIPPED
    }

    static Case passed(String name, double seconds, String text) {
        return new Case(name, seconds, Kind.PASSED, "", text);
    }

    static Case failed(String name, double seconds, String message, String text) {
        return new Case(name, seconds, Kind.FAILED, message, text);
    }

    static Case skipped(String name, double seconds, String message) {
        return new Case(name, seconds, Kind.SKIPPED, message, "");
    }

    void write(String suite, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", legal(name));
        xml.writeAttribute("classname", legal(suite));
        xml.writeAttribute("time", Suite.time(seconds));
        switch (kind) {
            case PASSED -> {
                if (!text.isEmpty()) {
                    body(xml, "system-out");
                }
            }
            case FAILED -> body(xml, "failure");
            case SKIPPED -> body(xml, "skipped");
        }
        xml.writeEndElement();
    }

    private void body(XMLStreamWriter xml, String element) throws XMLStreamException {
        xml.writeStartElement(element);
        if (kind != Kind.PASSED) {
            xml.writeAttribute("message", legal(message));
        }
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** XML 1.0 cannot carry most control characters, not even escaped; logs have them. */
    static String legal(String text) {
        return text.codePoints()
                .map(c -> c == 9
                                || c == 10
                                || c == 13
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF)
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
