import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import miniredis.spec.cli.Main;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * Makes an archive of the runner with a Java runtime of its own, for whoever has none: unpack it, and {@code bin/mini-redis-spec}
 * runs. {@code mvn package -Pdist} starts this with the JDK that Maven runs in, for the system that it runs on.
 *
 * <p>Completion for bash and zsh, and the manual page, are made by picocli of the same commands and options that the runner parses:
 * its jar is on the class path.
 *
 * <p>The runtime has the modules that are used, and no more. An archive of loaded classes is made of one real run, because a third
 * of a short run is the loading of classes.
 */
class Dist {
    private static final String MODULES =
            "java.base,java.compiler,java.logging,java.management,java.naming,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs";
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path jar;
    private final Path training;
    private final Path licence;
    private final Path home;

    private Dist(Path jar, Path training, Path licence, Path home) {
        this.jar = jar;
        this.training = training;
        this.licence = licence;
        this.home = home;
    }

    /** @param args the runner's jar, a server's jar to run it against once, the licence, the folder for the archive, the version */
    public static void main(String[] args) throws Exception {
        var name = "mini-redis-spec-%s-%s-%s".formatted(args[4], system(), processor());
        var target = Path.of(args[3]);
        var home = target.resolve("dist").resolve(name);
        delete(home);
        Files.createDirectories(home.resolve("bin"));
        var dist = new Dist(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), home);
        dist.linkRuntime();
        dist.addFiles();
        dist.archiveClasses();
        var archive = target.resolve(name + (WINDOWS ? ".zip" : ".tar.gz"));
        dist.pack(archive);
        System.out.printf(Locale.ROOT, "%s  %.1f MB%n", archive, Files.size(archive) / 1e6);
    }

    private static String system() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.contains("win") ? "windows" : os.contains("mac") ? "macos" : "linux";
    }

    private static String processor() {
        return System.getProperty("os.arch").replace("amd64", "x64").replace("x86_64", "x64").replace("aarch64", "arm64");
    }

    private void linkRuntime() {
        var jlink = ToolProvider.findFirst("jlink").orElseThrow(() -> new IllegalStateException("A JDK with jlink is needed."));
        // What it is called depends on the JDK: 2 up to 20, zip-9 later. The archive is compressed in any case.
        int result = jlink.run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--vm=server",
                "--output",
                home.resolve("runtime").toString());
        if (result != 0) {
            throw new IllegalStateException("jlink ended with " + result);
        }
    }

    private void addFiles() throws Exception {
        Files.createDirectories(home.resolve("lib"));
        Files.copy(jar, home.resolve("lib/mini-redis-spec.jar"));
        Files.copy(licence, home.resolve("LICENSE"));
        run(home, java(), "-Xshare:dump");
        copyFromJar("META-INF/licenses", home.resolve("licenses"));
        var commands = new CommandLine(new Main()).setUsageHelpWidth(100);
        // zsh understands it, too.
        write("share/completion/mini-redis-spec.bash", AutoComplete.bash("mini-redis-spec", commands));
        write("share/man/man1/mini-redis-spec.1", manualPage(commands));
        write("bin/mini-redis-spec", """
                #!/bin/sh
                # Runs the Mini-Redis specification with the Java runtime beside it.
                self=$0
                while [ -L "$self" ]; do
                    link=$(readlink "$self")
                    case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
                done
                home=$(cd "$(dirname "$self")/.." && pwd)
                exec "$home/runtime/bin/java" -XX:SharedArchiveFile="$home/lib/classes.jsa" -Xlog:disable \\
                    -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "$home/lib/mini-redis-spec.jar" "$@"
                """);
        write("bin/mini-redis-spec.cmd", """
                @echo off
                "%~dp0..\\runtime\\bin\\java" -XX:SharedArchiveFile="%~dp0..\\lib\\classes.jsa" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "%~dp0..\\lib\\mini-redis-spec.jar" %*
                """.replace("\n", "\r\n"));
        if (!home.resolve("bin/mini-redis-spec").toFile().setExecutable(true, false)) {
            throw new IOException("bin/mini-redis-spec can't be made executable");
        }
    }

    /** One run of everything loads nearly all classes that any run needs. */
    private void archiveClasses() throws Exception {
        if (Runtime.version().feature() < 19) {
            // Before, such an archive is only good in the folder where it was made.
            System.out.println("Made by JDK " + Runtime.version().feature() + ": 19 or newer make one that starts faster.");
            return;
        }
        var report = Files.createTempDirectory("mini-redis-dist");
        var server = "'%s' -jar '%s' --port {port}".formatted(java(), training.toAbsolutePath());
        run(
                home,
                java(),
                "-XX:ArchiveClassesAtExit=" + home.resolve("lib/classes.jsa").toAbsolutePath(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                home.resolve("lib/mini-redis-spec.jar").toAbsolutePath().toString(),
                "run",
                "--command",
                server,
                "--step",
                "4",
                "--quiet",
                "--report",
                report.toString());
        delete(report);
    }

    private String java() {
        return home.resolve("runtime/bin/java").toAbsolutePath() + (WINDOWS ? ".exe" : "");
    }

    private void write(String name, String text) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void copyFromJar(String folder, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = java.nio.file.FileSystems.newFileSystem(jar); var list = Files.list(files.getPath(folder))) {
            for (var file : list.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    /** The text of {@code --help}, of all commands. */
    private static String manualPage(CommandLine commands) {
        var page = new StringBuilder(".TH MINI-REDIS-SPEC 1 \"\" \"mini-redis-spec\" \"User Commands\"\n");
        page.append(".SH NAME\nmini-redis-spec \\- judges a server by the Mini-Redis specification\n");
        page.append(".SH DESCRIPTION\n").append(verbatim(commands));
        commands.getSubcommands().forEach((name, command) ->
                page.append(".SH ").append(name.toUpperCase(Locale.ROOT)).append('\n').append(verbatim(command)));
        return page.append(".SH SEE ALSO\nredis-server(1), redis-cli(1)\n").toString();
    }

    private static String verbatim(CommandLine command) {
        // Nothing in the text is a request to the formatter.
        var text = command.getUsageMessage(Ansi.OFF).replace("\\", "\\e").replace("-", "\\-");
        return ".nf\n" + text.replaceAll("(?m)^([.'])", "\\\\&$1") + ".fi\n";
    }

    private static void run(Path directory, String... words) throws Exception {
        var process = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            System.out.println(printed);
        }
        require(process, List.of(words));
    }

    private static void require(Process process, List<String> words) throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("It did not work: " + String.join(" ", words));
        }
    }

    private void pack(Path archive) throws Exception {
        Files.deleteIfExists(archive);
        if (!WINDOWS) {
            var folder = home.getFileName().toString();
            run(home.getParent(), "tar", "-czf", archive.toAbsolutePath().toString(), folder);
            return;
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive)); Stream<Path> files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(home.getParent().relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    // The runtime's licences are read-only.
                    file.toFile().setWritable(true);
                    Files.delete(file);
                }
            }
        }
    }
}
