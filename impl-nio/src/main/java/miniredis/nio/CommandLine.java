package miniredis.nio;

/** What the user asked for on the command line. */
record CommandLine(String host, int port) {
    static final String USAGE = "usage: impl-nio [--host 127.0.0.1] [--port 6379], where port 0 means any free one";

    /** @throws IllegalArgumentException naming the argument that is wrong */
    static CommandLine parse(String... args) {
        var host = "127.0.0.1";
        var port = 6379;
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].equals("--host") && !args[i].equals("--port")) {
                throw new IllegalArgumentException("unknown argument '" + args[i] + "'");
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            if (args[i].equals("--host")) {
                host = args[i + 1];
            } else {
                port = port(args[i + 1]);
            }
        }
        return new CommandLine(host, port);
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
