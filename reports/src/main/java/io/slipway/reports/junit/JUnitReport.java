package io.slipway.reports.junit;

import io.slipway.reports.Report;
import io.slipway.reports.StepReport;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Renders the report as JUnit XML, as CI systems read it: a test suite for each step, a test case for the step itself
 * and one for each of its checks.
 */
public final class JUnitReport {
    private JUnitReport() {}

    /** The report as an XML document. */
    public static String render(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suites(report, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory can always be written", e);
        }
        return text + "\n";
    }

    private static void suites(Report report, XMLStreamWriter xml) throws XMLStreamException {
        List<Suite> suites = new ArrayList<>();
        for (StepReport step : report.steps()) {
            suites.add(Suite.of(step));
        }
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", report.pipeline());
        xml.writeAttribute(
                "tests", Integer.toString(suites.stream().mapToInt(Suite::tests).sum()));
        xml.writeAttribute(
                "failures",
                Long.toString(suites.stream().mapToLong(Suite::failures).sum()));
        xml.writeAttribute("time", Suite.time(report.seconds()));
        for (Suite suite : suites) {
            suite.write(xml);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }
}
