package miniredis.spec.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The parts that pages are put together of: the folder {@code report} of the resources. */
public final class PagePart {
    private PagePart() {}

    public static String text(String name) {
        try (var in = PagePart.class.getResourceAsStream("/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The page's part " + name + " is missing from this program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
