package miniredis.spec.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** The verdicts in the XML form that CI servers read. A scenario that could not be judged counts as skipped. */
public final class JunitXml {
    private final RunResult run;
    private final XMLStreamWriter xml;

    private JunitXml(RunResult run, XMLStreamWriter xml) {
        this.run = run;
        this.xml = xml;
    }

    public static void write(RunResult run, Path file) throws IOException {
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
        xml.writeAttribute("failures", Long.toString(run.count(Status.FAILED) + run.countOtherFramings()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(run.count(Status.INCONCLUSIVE) + run.count(Status.NOT_RUN)));
        xml.writeAttribute(
                "time",
                seconds(run.scenarios().stream()
                        .mapToLong(ScenarioResult::milliseconds)
                        .sum()));
        for (var result : run.scenarios()) {
            writeCase(result);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void writeCase(ScenarioResult result) throws XMLStreamException {
        var scenario = result.scenario();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", scenario.path().replaceFirst("^features/", "").replaceFirst("\\.feature$", ""));
        xml.writeAttribute("name", allowed(scenario.id() + " " + scenario.title()));
        xml.writeAttribute("time", seconds(result.milliseconds()));
        boolean failed = result.status() == Status.FAILED || result.failsInAnotherFraming();
        if (result.status() != Status.PASSED || failed) {
            xml.writeStartElement(failed ? "failure" : "skipped");
            var text = FailureText.message(result);
            xml.writeAttribute("message", allowed(text.lines().findFirst().orElse("")));
            xml.writeCharacters(allowed(text));
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
