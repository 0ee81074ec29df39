@step2
Feature: Many requests in one packet
  A client does not have to wait for a reply before it sends the next request. It may write a hundred requests together and
  then read a hundred replies, and so wait for the network only once. This is called pipelining. It needs no special
  marker: the requests simply follow one another. A single read by the server can return two requests, or one and a half.

  Rule: Every request gets its reply, in the order of the requests
    https://redis.io/docs/latest/develop/using-commands/pipelining/

    @PIPE-01
    Scenario: Three requests that arrive together get three replies
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        *1\r\n
        $4\r\n
        PING\r\n
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        +PONG\r\n
        +PONG\r\n
        """

    @PIPE-02
    Scenario: Replies come in the order of their requests
      When a client sends these commands together:
        | PING                 |
        | SET "colour" "green" |
        | GET "colour"         |
        | GET "nowhere"        |
        | PING                 |
      Then the replies are:
        | PONG    |
        | OK      |
        | "green" |
        | null    |
        | PONG    |

    @PIPE-03
    Scenario: A request sees what the requests before it did
      When a client sends these commands together:
        | SET "colour" "red"  |
        | GET "colour"        |
        | SET "colour" "blue" |
        | GET "colour"        |
      Then the replies are:
        | OK     |
        | "red"  |
        | OK     |
        | "blue" |

    @PIPE-04
    Scenario: Requests that exactly fill the server's buffer are answered
      These are 7168 bytes: seven times 1024. A server that reads again whenever its buffer is full waits for bytes that never come.
      When a client sends PING 512 times without reading
      Then the client receives PONG 512 times

    @PIPE-05
    Scenario: Thousands of requests sent without reading are all answered
      When a client sends PING 10000 times without reading
      Then the client receives PONG 10000 times

    @PIPE-06
    Scenario: Requests after large values get the correct replies
      When a client sends these commands together:
        | SET "first" 20000 bytes |
        | SET "second" 9000 bytes |
        | GET "first"             |
        | PING                    |
        | GET "second"            |
      Then the replies are:
        | OK          |
        | OK          |
        | 20000 bytes |
        | PONG        |
        | 9000 bytes  |

  Rule: An error is the reply to its own request only
    https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors

    @PIPE-07
    Scenario: Requests after an error are answered as usual
      When a client sends these commands together:
        | PING          |
        | NOSUCHCOMMAND |
        | PING          |
      Then the replies are:
        | PONG     |
        | an error |
        | PONG     |

  Rule: Complete requests are answered even if half a request follows
    https://redis.io/docs/latest/develop/using-commands/pipelining/
    The server keeps the half and completes it with the bytes that arrive next.

    @PIPE-08
    Scenario: Three and a half requests get three replies
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        *1\r\n
        $4\r\n
        PING\r\n
        *1\r\n
        $4\r\n
        PING\r\n
        *1\r\n
        $4\r\n
        PI
        """
      Then the bytes received are:
        """
        +PONG\r\n
        +PONG\r\n
        +PONG\r\n
        """

    @PIPE-09
    Scenario: Half a request is answered when the rest arrives
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        *1\r\n
        $4\r\n
        PI
        ¦
        NG\r\n
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        +PONG\r\n
        +PONG\r\n
        """

  Rule: All requests that a client sent before it stopped sending are answered
    https://redis.io/docs/latest/develop/using-commands/pipelining/

    @PIPE-10
    Scenario: 1000 requests followed by the end of the input are all answered
      Given a client sends PING 1000 times without reading
      When the client stops sending
      Then the client receives PONG 1000 times
