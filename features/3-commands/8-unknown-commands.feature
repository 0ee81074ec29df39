@step3
Feature: Unknown commands
  Redis has several hundred commands, a small server only a few. When a server gets an unknown command, it sends an error
  and continues. Clients rely on that: redis-cli begins by requesting the list of commands and accepts an error.

  Rule: An unknown command is an ordinary error
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @UNKNOWN-01
    Scenario Outline: The unknown command <command> is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command         |
        | NOSUCHCOMMAND   |
        | FOO "bar" "baz" |
        | ""              |

    @UNKNOWN-02
    Scenario: The next command after an unknown one works
      Given a client sends FOO "bar"
      When the client sends PING "still there"
      Then the reply is "still there"

  Rule: An error is a single line, whatever the client sent
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
    If the error echoes the client's input with its line ends, the client can forge the next reply.

    @UNKNOWN-03
    Scenario: A line end in the name does not end the error
      When a client sends these commands together:
        | "FOO\x0D\x0A+OK" |
        | PING             |
      Then the replies are:
        | an error |
        | PONG     |

    @UNKNOWN-04
    Scenario: A line end in an argument does not end the error
      When a client sends these commands together:
        | FOO "bar\x0D\x0A+OK" |
        | PING                 |
      Then the replies are:
        | an error |
        | PONG     |

  Rule: The error for an unknown command repeats its name and the beginning of its arguments
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
    The error shows the first 128 bytes of the name, as it was typed. Each argument is in single quotes, with a space after it.
    If the list of arguments has n bytes so far, the next argument is cut after 128 - n bytes. If the list has 128 bytes
    or more, no more arguments follow. CR and LF are shown as spaces.

    @UNKNOWN-05 @exact
    Scenario Outline: The error for <command> repeats it
      When a client sends <command>
      Then the reply is the error <error>

      Examples:
        | command            | error                                                                  |
        | FoO                | "ERR unknown command 'FoO', with args beginning with: "                |
        | FoO "bar" "b z" "" | "ERR unknown command 'FoO', with args beginning with: 'bar' 'b z' '' " |
        | ""                 | "ERR unknown command '', with args beginning with: "                   |
        | FoO "b\x0D\x0Ar"   | "ERR unknown command 'FoO', with args beginning with: 'b  r' "         |
        | "F\x0D\x0AO"       | "ERR unknown command 'F  O', with args beginning with: "               |

    @UNKNOWN-06 @exact
    Scenario: A long name is cut after 128 bytes
      When a client sends the bytes:
        """
        *1\r\n
        $130\r\n
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n
        """
      Then the bytes received are:
        """
        -ERR unknown command '
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        ', with args beginning with: \r\n
        """

    @UNKNOWN-07 @exact
    Scenario: A long list of arguments is cut after 128 bytes
      When a client sends the bytes:
        """
        *5\r\n
        $3\r\n
        FOO\r\n
        $60\r\n
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n
        $60\r\n
        bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n
        $60\r\n
        cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc\r\n
        $60\r\n
        dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd\r\n
        """
      Then the bytes received are:
        """
        -ERR unknown command 'FOO', with args beginning with:\x20
        'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'\x20
        'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'\x20
        'cc'\x20
        \r\n
        """

    @UNKNOWN-08 @exact
    Scenario: No argument follows a list of 128 bytes
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        FOO\r\n
        $125\r\n
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n
        $1\r\n
        b\r\n
        """
      Then the bytes received are:
        """
        -ERR unknown command 'FOO', with args beginning with: '
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        ' \r\n
        """
