package miniredis.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.execution.FeatureSource;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.server.CommandWords;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Translation;

/** What the Maven command line says: {@code -Dserver.command}, {@code -Dstep} and so on (see the README). */
record MavenSettings(
        Optional<String> name,
        Optional<String> command,
        Optional<String> directory,
        Optional<Integer> port,
        Optional<String> address,
        Optional<Integer> startupTimeout,
        Selection selection,
        Optional<String> features,
        Messages language) {

    /** @throws IllegalArgumentException when a value can't be used, saying which */
    static MavenSettings fromSystemProperties() {
        var step = number("step");
        return new MavenSettings(
                text("server.name").or(() -> text("profile.server")),
                text("server.command")
                        .or(() -> text("profile.server.command"))
                        .or(() -> text("profile.server").map(MavenSettings::commandOfModule)),
                text("server.directory"),
                number("server.port"),
                text("server.address"),
                number("server.startup-timeout"),
                new Selection(
                        source().read(),
                        step.isPresent() ? OptionalInt.of(step.get()) : OptionalInt.empty(),
                        text("area"),
                        text("scenario"),
                        isOn("strict"),
                        number("seed").map(Integer::longValue).orElse(Selection.SEED)),
                text("features"),
                text("language").map(MavenSettings::messages).orElseGet(() -> Translation.in(Messages.ofThisUser())));
    }

    private static FeatureSource source() {
        return new FeatureSource(text("features").map(Path::of), isOn("features.only"));
    }

    /** What starts the jar that a module of this build makes. */
    static String commandOfModule(String module) {
        var jar = Path.of(module, "target", module + ".jar").toAbsolutePath();
        return "java -jar %s --port {port}".formatted(CommandWords.quote(jar.toString()));
    }

    ServerUnderTest server() {
        if (address.isPresent()) {
            return ServerSpec.ofAddress(address.get())
                    .called(name.or(() -> address).get())
                    .server();
        }
        if (command.isEmpty()) {
            throw new UsageException(Message.of("usage.no-server"));
        }
        return ServerSpec.ofCommand(command.get())
                .called(name.or(() -> command).get())
                .in(Path.of(directory.orElse("")))
                .listeningOn(port.orElse(0))
                .givenUpAfter(startupTimeout.map(Duration::ofSeconds).orElse(ServerSpec.STARTUP_TIMEOUT))
                .inFreshDirectories(isOn("server.fresh-directory"))
                .server();
    }

    /** The Maven command line that runs one scenario again, up to its id. */
    String again() {
        var line = new StringBuilder("mvn verify");
        if (address.isPresent()) {
            line.append(" -Pserver-address").append(property("server.address", address.get()));
        } else if (text("server.command").isPresent()) {
            line.append(" -Pserver-command").append(property("server.command", command.get()));
            directory.ifPresent(dir -> line.append(property("server.directory", dir)));
            port.ifPresent(number -> line.append(property("server.port", number.toString())));
        } else {
            line.append(" -P").append(name.orElse("PROFILE"));
        }
        features.ifPresent(folder -> line.append(property("features", folder)));
        return line.append(selection.strict() ? " -Dstrict" : "")
                .append(property("scenario", ""))
                .toString();
    }

    /** A property as this system's shells take it; PowerShell cuts a word that begins with a minus sign at its first dot. */
    private static String property(String name, String value) {
        var assignment = name + "=" + value;
        return CommandWords.isForWindows()
                ? " -D " + CommandWords.quote(assignment)
                : " " + CommandWords.quote("-D" + assignment);
    }

    Path reportFolder() {
        var folder = name.or(() -> address).orElse("server-command");
        return reports().resolve(folder.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /** The folder for all runs' reports, as short as it can be said from here. */
    static Path reports() {
        var absolute =
                Path.of(System.getProperty("reports", "spec-tests/target/spec")).toAbsolutePath();
        var here = Path.of("").toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    private static Messages messages(String language) {
        return Messages.in(language)
                .map(Translation::in)
                .orElseThrow(() -> new UsageException(Message.of("usage.no-language", language)));
    }

    private static boolean isOn(String name) {
        return text(name).map(value -> !value.equals("false")).orElse(false);
    }

    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .filter(value -> !value.isBlank() && !value.startsWith("${"));
    }

    private static Optional<Integer> number(String name) {
        try {
            return text(name).map(Integer::valueOf);
        } catch (NumberFormatException notANumber) {
            throw new UsageException(
                    Message.of("usage.no-number", name, text(name).orElse("")), notANumber);
        }
    }
}
