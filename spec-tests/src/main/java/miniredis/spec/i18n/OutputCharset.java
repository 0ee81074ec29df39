package miniredis.spec.i18n;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The encoding of the terminal, or of the file, that standard output goes to. */
public final class OutputCharset {
    private OutputCharset() {}

    /** Standard output, in this encoding. */
    public static PrintStream output() {
        return new PrintStream(System.out, true, get());
    }

    /** That of the system, where Japanese can be written in it; otherwise UTF-8, which a reader of Japanese more likely has. */
    public static Charset get() {
        // The first one that is set: by JDK 19 and later, by earlier ones for a terminal, and for all else.
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .findFirst()
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .filter(charset -> charset.canEncode() && charset.newEncoder().canEncode("語"))
                .orElse(StandardCharsets.UTF_8);
    }
}
