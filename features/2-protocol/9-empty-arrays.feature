@step2
Feature: Empty arrays
  Nothing is asked by an array without elements, so nothing is answered. No client sends it on purpose. A server that takes
  the first element for granted ends here.

  Rule: An array without elements is no request and gets no reply
    https://redis.io/docs/latest/develop/reference/protocol-spec/#arrays
    Here a PING follows; its reply must be the only one.

    @REQ-05
    Scenario Outline: An array of <count> elements is passed over
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
