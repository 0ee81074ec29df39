@step2
Feature: Sizes of values and requests
  A value can have up to 512 megabytes, and a request any number of arguments. Servers read into a buffer of some size,
  and bugs hide where a value is exactly as large as the buffer, or one byte larger. So the values here have the sizes
  that buffers often have.

  Rule: A value of any size comes back whole
    https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings

    @SIZE-01
    Scenario Outline: A value of <size> bytes comes back whole
      Given "photo" holds <size> bytes
      When a client sends GET "photo"
      Then the reply is <size> bytes

      Examples:
        | size    |
        | 512     |
        | 1024    |
        | 4096    |
        | 8192    |
        | 65536   |
        | 65537   |
        | 1000000 |
        | 5000000 |

  Rule: A request can have many arguments
    https://redis.io/docs/latest/develop/reference/protocol-spec/#arrays
    GET takes one argument, so a thousand are an error. But a server can send that error only when it has read them all.
    A later chapter says what the error is.

    @SIZE-02
    Scenario: A request with a thousand arguments is read to its end
      When a client sends the bytes:
        """
        *1001\r\n
        $3\r\n
        GET\r\n
        """
      And the client sends the bytes 1000 times:
        """
        $5\r\n
        fruit\r\n
        """
      And the client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the replies are:
        | anything |
        | PONG     |

  Rule: Large replies that one client leaves unread do not delay other clients
    https://redis.io/docs/latest/develop/reference/clients/#output-buffer-limits
    A server that waits until a reply is written must not make its other clients wait too.

    @SIZE-03
    Scenario: Twenty large unread replies do not delay other clients
      Given "film" holds 1000000 bytes
      And a slow client sends GET "film" 20 times without reading
      And the slow client leaves its replies unread
      When 50 clients, one after another, each send PING once
      Then every client receives PONG once

  Rule: An announced size takes no memory before the bytes arrive
    https://redis.io/docs/latest/develop/reference/clients/#query-buffer-hard-limit
    A few bytes can announce half a gigabyte. A server that allocates the memory immediately is brought down by
    a few such clients.

    @SIZE-04 @exact
    Scenario: The largest length of a bulk string is accepted
      When a client sends the bytes:
        """
        *1\r\n
        $536870912\r\n
        PING
        """
      Then no reply arrives
      And the connection stays open

    @SIZE-05 @exact
    Scenario: The largest number of elements is accepted
      When a client sends the bytes:
        """
        *2147483647\r\n
        $4\r\n
        PING\r\n
        """
      Then no reply arrives
      And the connection stays open
