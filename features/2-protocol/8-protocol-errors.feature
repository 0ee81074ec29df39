@step2
Feature: Requests that break the protocol
  When a length is not a number, the server cannot tell where the next request begins. So it sends an error, closes the
  connection, and carries out nothing that came after the malformed request. An ordinary error, such as an unknown
  command, is different: the server could read the request, so the connection stays open.

  Rule: A request that cannot be read is answered with an error
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @PROTO-01
    Scenario: An element count that is not a number is an error
      When a client sends the bytes:
        """
        *abc\r\n
        """
      Then the reply is an error

    @PROTO-02
    Scenario: A negative element length is an error
      When a client sends the bytes:
        """
        *1\r\n
        $-1\r\n
        """
      Then the reply is an error

    @PROTO-03
    Scenario: An element that is not a bulk string is an error
      When a client sends the bytes:
        """
        *1\r\n
        +PING\r\n
        """
      Then the reply is an error

    @PROTO-04
    Scenario: A request before a malformed request is answered first
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        *1\r\n
        $abc\r\n
        """
      Then the replies are:
        | PONG     |
        | an error |

  Rule: After a protocol error the connection is closed
    https://redis.io/docs/latest/develop/reference/protocol-spec/#network-layer

    @PROTO-05
    Scenario Outline: The connection is closed after <mistake>
      When a client sends the bytes:
        """
        *<count>\r\n
        <element>\r\n
        """
      Then the connection is closed

      Examples:
        | mistake                              | count | element |
        | a count that is not a number         | abc   | $4      |
        | a length that is not a number        | 1     | $abc    |
        | an element that is not a bulk string | 1     | +PING   |
        | a length that is negative            | 1     | $-1     |

    @PROTO-06
    Scenario: A request after a malformed request gets no reply
      When a client sends the bytes:
        """
        *1\r\n
        $abc\r\n
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the replies are:
        | an error |

    @PROTO-07
    Scenario: A request after a malformed request is not carried out
      Given a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $16\r\n
        proto-07-account\r\n
        $4\r\n
        rich\r\n
        *1\r\n
        $abc\r\n
        *3\r\n
        $3\r\n
        SET\r\n
        $16\r\n
        proto-07-account\r\n
        $4\r\n
        poor\r\n
        """
      And the connection is closed
      When another client sends the bytes:
        """
        *2\r\n
        $3\r\n
        GET\r\n
        $16\r\n
        proto-07-account\r\n
        """
      Then the bytes received are:
        """
        $4\r\n
        rich\r\n
        """

    @PROTO-08
    Scenario: A protocol error does not affect other connections
      Given another client sends PING
      And a client sends the bytes:
        """
        *abc\r\n
        """
      And the connection is closed
      When the other client sends PING
      Then the other client receives PONG twice

  Rule: An ordinary error leaves the connection open
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @PROTO-09
    Scenario Outline: The connection stays open after the error for <command>
      When a client sends <command>
      Then the reply is an error
      And the connection stays open

      Examples:
        | command                      |
        | NOSUCHCOMMAND                |
        | NOSUCHCOMMAND "apple" "pear" |

  Rule: The element count is a plain 32-bit decimal integer
    https://redis.io/docs/latest/develop/reference/protocol-spec/#arrays
    It has no plus sign, no leading zero and no space, and is at most 2147483647.

    @PROTO-10 @exact
    Scenario Outline: An element count of "<count>" is a protocol error
      When a client sends the bytes:
        """
        *<count>\r\n
        """
      Then the reply is the error "ERR Protocol error: invalid multibulk length"
      And the connection is closed

      Examples:
        | count      |
        | abc        |
        | +1         |
        | 01         |
        | \x201      |
        | 2147483648 |

  Rule: The element length is a plain decimal integer from 0 to 536870912
    https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings
    Null (-1) is for replies only: no argument of a request can be null.

    @PROTO-11 @exact
    Scenario Outline: An element length of "<length>" is a protocol error
      When a client sends the bytes:
        """
        *1\r\n
        $<length>\r\n
        """
      Then the reply is the error "ERR Protocol error: invalid bulk length"
      And the connection is closed

      Examples:
        | length    |
        | abc       |
        | -1        |
        |           |
        | 04        |
        | 536870913 |

  Rule: The elements of a request are bulk strings
    https://redis.io/docs/latest/develop/reference/protocol-spec/#sending-commands-to-a-redis-server

    @PROTO-12 @exact
    Scenario Outline: The error says that "<byte>" came instead of "$"
      When a client sends the bytes:
        """
        *1\r\n
        <byte>4\r\n
        PING\r\n
        """
      Then the reply is the error "ERR Protocol error: expected '$', got '<byte>'"
      And the connection is closed

      Examples:
        | byte |
        | +    |
        | :    |
        | *    |

  Rule: A line of a request has at most 64 KiB
    https://redis.io/docs/latest/develop/reference/clients/#query-buffer-hard-limit
    This limits only the lines that hold a number. A value may be much longer.

    @PROTO-13 @exact
    Scenario: An element count of 65536 digits is a protocol error
      Given a client sends the bytes:
        """
        *
        """
      When the client sends the bytes 65536 times:
        """
        1
        """
      Then the reply is the error "ERR Protocol error: too big mbulk count string"
      And the connection is closed
