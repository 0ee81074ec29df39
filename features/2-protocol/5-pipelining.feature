@step2
Feature: Many requests in one packet
  A client need not wait for a reply before it sends the next request. It may write a hundred of them at once and then
  read a hundred replies, which saves a hundred journeys through the network. This is called pipelining, and it needs no
  sign: the requests simply follow one another. One read of the server can bring two requests, or one and a half.

  Rule: Every request gets its reply, in the order of the requests
    https://redis.io/docs/latest/develop/using-commands/pipelining/

    @PIPE-01
    Scenario: Three requests that arrive together are answered three times
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
    Scenario: Requests that fill the buffer of the server to its last byte are answered
      These are 7168 bytes: seven times 1024. A server that reads on whenever its buffer came back full waits in vain.
      When a client sends PING 512 times without reading
      Then the client is answered PONG 512 times

    @PIPE-05
    Scenario: Thousands of requests sent without reading are all answered
      When a client sends PING 10000 times without reading
      Then the client is answered PONG 10000 times

    @PIPE-06
    Scenario: Large values do not push the requests behind them out of step
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
    Scenario: The requests after an error are answered as if nothing had happened
      When a client sends these commands together:
        | PING          |
        | NOSUCHCOMMAND |
        | PING          |
      Then the replies are:
        | PONG     |
        | an error |
        | PONG     |

  Rule: Whole requests are answered although half a request follows
    https://redis.io/docs/latest/develop/using-commands/pipelining/
    The half is kept, and is completed by what arrives next.

    @PIPE-08
    Scenario: Three requests and a half are answered three times
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
    Scenario: The half request is answered when the rest has come
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

  Rule: Requests sent before the client stops sending are all answered
    https://redis.io/docs/latest/develop/using-commands/pipelining/

    @PIPE-10
    Scenario: The end of the input comes right behind the last of many requests
      Given a client sends PING 1000 times without reading
      When the client stops sending
      Then the client is answered PONG 1000 times
