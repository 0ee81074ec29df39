package miniredis.spec.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.OutputCharset;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.HandConnection;
import miniredis.spec.wire.Proxy;
import miniredis.spec.wire.ReplyText;
import miniredis.spec.wire.RequestWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends requests by hand, on every system, and shows what comes back. */
@Command(
        name = "say",
        description = "Sends commands, or bytes, to a server and shows its replies.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  say localhost:6379 'SET fruit apple' 'GET fruit'",
            "  say localhost:6379 --bytes 'SET poem \"one\\r\\ntwo\"' 'GET poem'",
            "  say localhost:6379 --raw '*1\\r\\n$4\\r\\nPI' 'NG\\r\\n'",
            "  say localhost:6379 --proxy 6380        # then, in another terminal: redis-cli -p 6380",
            "",
            "Exit codes: 0 each request got a reply, 1 one got none, 2 there was no server."
        })
final class SayCommand implements Callable<Integer>, Localized {
    /** As redis-cli takes them: quotes keep a word together, and escapes work between double quotes. */
    private static final Pattern WORD = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*'|[^\\s\"']+", Pattern.DOTALL);

    @Parameters(index = "0", paramLabel = "HOST:PORT", description = "Where the server listens.")
    private String address = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "A command each, as in redis-cli; with --raw the bytes of a packet each.")
    private List<String> commands = new ArrayList<>();

    @Option(names = "--bytes", description = "Show the bytes that are sent and received.")
    private boolean bytes;

    @Option(
            names = "--raw",
            description =
                    "Send bytes as they are, written with \\r \\n \\t \\0 \\\\ and \\xHH; several are several packets.")
    private boolean raw;

    @Option(
            names = "--proxy",
            paramLabel = "PORT",
            description = "Listen on this port for clients, pass on what they and the server send, and show it.")
    private @Nullable Integer proxy;

    @Mixin
    private LanguageOption language;

    private final PrintStream out = OutputCharset.output();

    @Override
    public Messages messages() {
        return language.messages();
    }

    @Override
    public Integer call() {
        if (proxy != null) {
            return showWhatPasses(proxy);
        }
        if (commands.isEmpty()) {
            throw new UsageException(Message.of("say.nothing"));
        }
        var packets = commands.stream().map(this::packet).toList();
        try (var connection = HandConnection.to(ServerSpec.ofAddress(address).whereItListens())) {
            return raw ? sendBytes(connection, packets) : sendCommands(connection, packets);
        } catch (IOException refused) {
            throw new UsageException(Message.of("say.refused", address), refused);
        }
    }

    private int showWhatPasses(int port) {
        if (!commands.isEmpty() || raw) {
            throw new UsageException(Message.of("say.proxy-alone"));
        }
        var server = ServerSpec.ofAddress(address).whereItListens();
        try (var between = Proxy.open(port, server, new PassingBytes(out, messages()))) {
            out.println(messages().text(Message.of("say.proxy", between.port(), address)));
            between.run();
            return 0;
        } catch (IOException taken) {
            throw new UsageException(Message.of("say.port-taken", port), taken);
        }
    }

    /** A line for all that one read brought; what is long is cut off. */
    private record PassingBytes(PrintStream out, Messages messages) implements Proxy.Watcher {
        private static final int MOST_SHOWN = 1000;

        @Override
        public void sent(int client, byte[] bytes) {
            out.println(client + " > " + ByteText.excerpt(bytes, MOST_SHOWN));
        }

        @Override
        public void received(int client, byte[] bytes) {
            out.println(client + " < " + ByteText.excerpt(bytes, MOST_SHOWN));
        }

        @Override
        public void ended(int client, Message how) {
            out.println(client + "   " + messages.text(how));
        }
    }

    private byte[] packet(String text) {
        if (raw) {
            return ByteText.unescape(text);
        }
        var words = WORD.matcher(text).results().map(word -> word(word.group())).toList();
        if (words.isEmpty()) {
            throw new UsageException(Message.of("say.no-command", text));
        }
        return RequestWriter.request(words);
    }

    private static byte[] word(String text) {
        boolean isQuoted = text.startsWith("\"") || text.startsWith("'");
        var inner = isQuoted ? text.substring(1, text.length() - 1) : text;
        return text.startsWith("\"") ? ByteText.unescape(inner) : inner.getBytes(StandardCharsets.UTF_8);
    }

    private int sendCommands(HandConnection connection, List<byte[]> packets) {
        for (int i = 0; i < packets.size(); i++) {
            out.println("> " + (bytes ? ByteText.escape(packets.get(i)) : commands.get(i)));
            connection.send(packets.get(i));
            var replies = connection.replies();
            for (var reply : replies.whole()) {
                out.println(bytes ? "< " + ByteText.escape(reply.bytes()) : ReplyText.of(reply.reply()));
            }
            if (replies.rest().length > 0) {
                out.println("< " + ByteText.escape(replies.rest()));
            }
            if (replies.problem().isPresent()) {
                out.println(messages().text(replies.problem().get()));
                return 1;
            }
        }
        return 0;
    }

    private int sendBytes(HandConnection connection, List<byte[]> packets) {
        for (var packet : packets) {
            out.println("> " + ByteText.escape(packet));
            connection.send(packet);
            connection.letItRead();
        }
        var received = connection.everything();
        if (received.length > 0) {
            out.println("< " + ByteText.escape(received));
        }
        out.println(messages().text(connection.ending()));
        return received.length > 0 ? 0 : 1;
    }
}
