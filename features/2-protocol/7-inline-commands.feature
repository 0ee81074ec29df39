@step2
Feature: Inline commands
  A person with only telnet or nc does not want to count bytes. So a request may also be a plain line: the name of the
  command and its arguments, with spaces between them. A request that does not begin with `*` is read in this way.

  Rule: A line that does not begin with * is a command
    https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands

    @INLINE-01
    Scenario: A line with a command name is a command
      When a client sends the bytes:
        """
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @INLINE-02
    Scenario: LF alone ends the line as well
      When a client sends the bytes:
        """
        PING\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @INLINE-03
    Scenario: Words after the name are arguments
      When a client sends the bytes:
        """
        SET inline-03-fruit apple\r\n
        GET inline-03-fruit\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $5\r\n
        apple\r\n
        """

    @INLINE-04
    Scenario: Extra spaces are ignored
      When a client sends the bytes:
        """
        \x20\x20SET   inline-04-fruit  apple\x20\x20\r\n
        GET inline-04-fruit\x20\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $5\r\n
        apple\r\n
        """

    @INLINE-05
    Scenario: Lines and arrays can follow one another on one connection
      When a client sends the bytes:
        """
        PING\r\n
        *1\r\n
        $4\r\n
        PING\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        +PONG\r\n
        +PONG\r\n
        """

    @INLINE-06
    Scenario: A line can arrive in pieces
      When a client sends the bytes:
        """
        PI
        ¦
        NG\r
        ¦
        \n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @INLINE-16 @exact
    Scenario Outline: <blank> separates words as a space does
      When a client sends the bytes:
        """
        <bytes>\r\n
        """
      Then the bytes received are:
        """
        $5\r\n
        hello\r\n
        """

      Examples:
        | blank             | bytes           |
        | A tab             | \tPING\thello\t |
        | A carriage return | \rPING\rhello\r |

  Rule: An empty line is not a request and gets no reply
    https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands

    @INLINE-07
    Scenario Outline: <line> is ignored
      When a client sends the bytes:
        """
        <bytes>\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

      Examples:
        | line             | bytes    |
        | An empty line    |          |
        | A line of spaces | \x20\x20 |

    @INLINE-19
    Scenario: An array can follow an empty line
      `redis-cli --pipe` sends an empty line before its last request, in case the file that it sent ended in the middle of a request.
      When a client sends the bytes:
        """
        \r\n
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

  Rule: Quotes keep the words of an argument together
    https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands
    In "double quotes" a backslash begins one of \n \r \t \b \a \\ \" and \xHH, as in C. In 'single quotes' only \' is
    special. In the blocks below each backslash that is sent is written twice.

    @INLINE-08 @exact
    Scenario: An argument in double quotes can contain spaces
      When a client sends the bytes:
        """
        SET inline-08-greeting "hello, world"\r\n
        GET inline-08-greeting\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $12\r\n
        hello, world\r\n
        """

    @INLINE-09 @exact
    Scenario: Empty quotes are an empty argument
      When a client sends the bytes:
        """
        SET inline-09-empty ""\r\n
        GET inline-09-empty\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $0\r\n
        \r\n
        """

    @INLINE-10 @exact
    Scenario: C-style escapes work inside double quotes
      When a client sends the bytes:
        """
        SET inline-10-escapes "\\x4A\\x50\\n\\r\\t\\b\\a\\\\\\"\\q"\r\n
        GET inline-10-escapes\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $10\r\n
        JP\n\r\t\x08\x07\\"q\r\n
        """

    @INLINE-11 @exact
    Scenario: Only one escape works inside single quotes
      When a client sends the bytes:
        """
        SET inline-11-single 'it\\'s "so"\\n'\r\n
        GET inline-11-single\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $11\r\n
        it's "so"\\n\r\n
        """

    @INLINE-17 @exact
    Scenario: Without two hexadecimal digits, \x is an x
      When a client sends the bytes:
        """
        PING "\\xZZ"\r\n
        PING "\\x4g"\r\n
        """
      Then the bytes received are:
        """
        $3\r\n
        xZZ\r\n
        $3\r\n
        x4g\r\n
        """

    @INLINE-12 @exact
    Scenario Outline: <mistake> is an error and closes the connection
      When a client sends the bytes:
        """
        SET inline-12 <argument>\r\n
        PING\r\n
        """
      Then the reply is the error "ERR Protocol error: unbalanced quotes in request"
      And the connection is closed

      Examples:
        | mistake                              | argument |
        | A double quote that is never closed  | "hello   |
        | A single quote that is never closed  | 'hello   |
        | A letter right after a closing quote | "hello"x |

    @INLINE-18 @exact
    Scenario: A line that ends with a backslash inside quotes is an error
      When a client sends the bytes:
        """
        PING "hello\\\n
        """
      Then the reply is the error "ERR Protocol error: unbalanced quotes in request"
      And the connection is closed

  Rule: A bulk string by itself is not a request but two lines
    https://redis.io/docs/latest/develop/reference/protocol-spec/#inline-commands

    @INLINE-13 @exact
    Scenario: A line with a length is read as a command name
      When a client sends the bytes:
        """
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        -ERR unknown command '$4', with args beginning with: \r\n
        +PONG\r\n
        """

  Rule: An inline command has at most 64 KiB
    https://redis.io/docs/latest/develop/reference/clients/#query-buffer-hard-limit

    @INLINE-20 @exact
    Scenario Outline: A line of <bytes> bytes, mostly spaces, is read
      Given a client sends the bytes:
        """
        PING
        """
      And the client sends the bytes <spaces> times:
        """
        \x20
        """
      When the client sends the bytes:
        """
        \r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

      Examples:
        | bytes | spaces |
        | 256   | 252    |
        | 257   | 253    |
        | 1024  | 1020   |
        | 4096  | 4092   |
        | 8192  | 8188   |
        | 16384 | 16380  |
        | 32768 | 32764  |
        | 65535 | 65531  |

    @INLINE-14 @exact
    Scenario: 65537 bytes without a line end are too many
      When a client sends the bytes 65537 times:
        """
        a
        """
      Then the reply is the error "ERR Protocol error: too big inline request"
      And the connection is closed

  Rule: A request from a web browser closes the connection without a reply
    https://redis.io/docs/latest/operate/oss_and_stack/management/security/
    A web page could make a browser send a request to a Redis on the same machine, with commands in its body. So a line
    that begins like a web request closes the connection, before anything after it is read as a command.

    @INLINE-15 @exact
    Scenario Outline: The line <line> closes the connection silently
      When a client sends the bytes:
        """
        <line>\r\n
        PING\r\n
        """
      Then no reply arrives
      And the connection is closed

      Examples:
        | line            |
        | POST / HTTP/1.1 |
        | Host: localhost |
