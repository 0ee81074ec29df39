@step2
Feature: Empty arrays
  An array without elements does not request anything, so it gets no reply. No client sends it on purpose. A server that
  reads the first element without checking fails here.

  Rule: An array without elements is not a request and gets no reply
    https://redis.io/docs/latest/develop/reference/protocol-spec/#arrays
    Here a PING follows. Its reply must be the only reply.

    @REQ-05
    Scenario Outline: An array of <count> elements is ignored
      When a client sends the bytes:
        """
        *<count>\r\n
        ¦
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

      Examples:
        | count |
        | 0     |
        | -1    |
        | -10   |
