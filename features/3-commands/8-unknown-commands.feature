@step3
Feature: Unknown commands
  Redis knows some hundreds of commands, a small server only a few. When it gets one that it does not know it says so,
  and goes on. Clients rely on that: redis-cli begins by asking for the list of commands and does not mind an error.

  Rule: An unknown command is an ordinary error
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @UNKNOWN-01
    Scenario Outline: <command> is an error
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

  Rule: An error is a single line, whatever was sent
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
    Whoever repeats in an error what a client sent, with its line ends, lets the client write the next reply.

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

  Rule: The error repeats the name and the beginning of the arguments
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
    The name is shown as it was typed, its first 128 bytes. Each argument stands in single quotes with a space behind.
    It is cut to what the list still lacks to 128 bytes, and when the list is that long no more arguments follow.
    CR and LF are shown as spaces.

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
