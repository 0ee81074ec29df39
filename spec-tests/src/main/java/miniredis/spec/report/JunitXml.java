package miniredis.spec.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.verdict.Status;

/** The verdicts in the XML form that CI servers read. A scenario that could not be judged counts as skipped. */
final class JunitXml {
    private final Results run;
    private final XMLStreamWriter xml;

    private JunitXml(Results run, XMLStreamWriter xml) {
        this.run = run;
        this.xml = xml;
    }

    static void write(Results run, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitXml(run, xml).writeAll();
            xml.close();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    private void writeAll() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "Mini-Redis Spec: " + run.server());
        xml.writeAttribute("tests", Integer.toString(run.scenarios().size()));
        xml.writeAttribute(
                "failures",
                count(result ->
                        result.is(Status.FAILED) || result.is(Status.PASSED) && result.failsInAnotherFraming()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", count(result -> result.is(Status.INCONCLUSIVE) || result.is(Status.NOT_RUN)));
        xml.writeAttribute(
                "time",
                seconds(run.scenarios().stream()
                        .mapToLong(Scenario::milliseconds)
                        .sum()));
        for (var result : run.scenarios()) {
            writeCase(result);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private String count(Predicate<Scenario> counted) {
        return Long.toString(run.scenarios().stream().filter(counted).count());
    }

    private void writeCase(Scenario result) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", result.feature().replaceFirst("^features/", "").replaceFirst("\\.feature$", ""));
        xml.writeAttribute("name", allowed(result.id() + " " + result.title()));
        xml.writeAttribute("time", seconds(result.milliseconds()));
        boolean failed = result.is(Status.FAILED) || result.failsInAnotherFraming();
        if (!result.is(Status.PASSED) || failed) {
            xml.writeStartElement(failed ? "failure" : "skipped");
            xml.writeAttribute(
                    "message", allowed(result.message().lines().findFirst().orElse("")));
            xml.writeCharacters(allowed(result.message()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
    }

    /** What a server printed may hold characters that XML can't. */
    private static String allowed(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
    }
}
