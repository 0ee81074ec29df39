@step2
Feature: Small and large
  A value has up to 512 megabytes, and a request any number of arguments. Servers read through a buffer of some size,
  and mistakes hide where a value is just as large as the buffer, or one byte larger. So these values have the sizes
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
    GET wants one argument, so a thousand are a mistake; but one that a server can only see when it has read them all. How it
    answers is the matter of a later chapter.

    @SIZE-02
    Scenario: A request of a thousand arguments is read to its end
      Given a client sends the bytes:
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
      When the client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the replies are:
        | anything |
        | PONG     |

  Rule: Large replies that nobody reads hold up nobody else
    https://redis.io/docs/latest/develop/reference/clients/#output-buffer-limits
    A server that writes and waits until all is written must not let the other clients wait with it.

    @SIZE-03
    Scenario: A client leaves twenty large replies unread
      Given "film" holds 1000000 bytes
      And a slow client sends GET "film" 20 times without reading
      And the slow client lets its replies pile up
      When 50 clients, one after another, each send PING once
      Then every client is answered PONG once

  Rule: An announced size takes no memory before the bytes arrive
    https://redis.io/docs/latest/develop/reference/clients/#query-buffer-hard-limit
    A few bytes can announce half a gigabyte. A server that takes the memory at once is brought down by a few such
    clients.

    @SIZE-04 @exact
    Scenario: The largest length of a bulk string is accepted
      When a client sends the bytes:
        """
        *1\r\n
        $536870912\r\n
        PING
        """
      Then the reply is nothing
      And the connection stays open

    @SIZE-05 @exact
    Scenario: The largest number of elements is accepted
      When a client sends the bytes:
        """
        *2147483647\r\n
        $4\r\n
        PING\r\n
        """
      Then the reply is nothing
      And the connection stays open
