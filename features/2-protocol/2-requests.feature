@step2
Feature: Requests are arrays of bulk strings
  A client writes a request as an array: `*`, the number of elements, CRLF. Each element is a bulk string: `$`, its
  length in bytes, CRLF, the bytes, CRLF. The first element is the name of the command, the others are its arguments.
  So SET fruit apple is an array of three elements.

  Rule: The first element names the command, the others are its arguments
    https://redis.io/docs/latest/develop/reference/protocol-spec/#sending-commands-to-a-redis-server

    @REQ-01
    Scenario: An array of one bulk string is a command without arguments
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @REQ-02
    Scenario: An array of three bulk strings is a command with two arguments
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $12\r\n
        req-02-fruit\r\n
        $5\r\n
        apple\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        """

    @REQ-03
    Scenario: A value set by one request can be read by the next
      Given a client sends SET "fruit" "apple"
      When the client sends GET "fruit"
      Then the reply is "apple"

    @REQ-04
    Scenario: An argument that spells the name of a command is only an argument
      Given "GET" holds "PING"
      When a client sends GET "GET"
      Then the reply is "PING"

  Rule: The two bytes after an element are skipped, not checked
    https://redis.io/docs/latest/develop/reference/protocol-spec/#high-performance-parser-for-the-redis-protocol
    They should be CR and LF. Redis relies on the length alone and does not look at them.

    @REQ-06 @exact
    Scenario: Other bytes in place of the final line end are skipped
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PINGxx
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        +PONG\r\n
        """
