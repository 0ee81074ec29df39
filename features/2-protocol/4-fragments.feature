@step2
Feature: A request can arrive in pieces
  TCP carries a stream of bytes, not messages. A single write of a client can arrive in two reads or in ten, cut
  anywhere. So, for each connection, a server keeps the part of a request that has arrived until the rest is there.
  The mark `¦` is a pause in which the server reads what was sent so far.

  Rule: A request is complete when its last byte has arrived, however many pieces it came in
    https://redis.io/docs/latest/develop/reference/protocol-spec/#network-layer

    @FRAG-01
    Scenario: A request in two pieces is one request
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PI
        ¦
        NG\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @FRAG-02
    Scenario: A request can be cut between two lines
      When a client sends the bytes:
        """
        *1\r\n
        ¦
        $4\r\n
        ¦
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @FRAG-03
    Scenario: A request can be cut between CR and LF
      When a client sends the bytes:
        """
        *1\r
        ¦
        \n$4\r
        ¦
        \nPING\r
        ¦
        \n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @FRAG-04
    Scenario: A request can be cut within a length
      The length is 12. A server that continues after the first piece reads it as 1.
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $1
        ¦
        2\r\n
        frag-04-city\r\n
        $10\r\n
        Casablanca\r\n
        ¦
        *2\r\n
        $3\r\n
        GET\r\n
        $12\r\n
        frag-04-city\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $10\r\n
        Casablanca\r\n
        """

    @FRAG-05
    Scenario: A value can be cut within a line end
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $12\r\n
        frag-05-poem\r\n
        $8\r\n
        one\r
        ¦
        \ntwo\r\n
        ¦
        *2\r\n
        $3\r\n
        GET\r\n
        $12\r\n
        frag-05-poem\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $8\r\n
        one\r\n
        two\r\n
        """

    @FRAG-06
    Scenario: A value can be cut within a letter
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $13\r\n
        frag-06-drink\r\n
        $5\r\n
        caf\xC3
        ¦
        \xA9\r\n
        ¦
        *2\r\n
        $3\r\n
        GET\r\n
        $13\r\n
        frag-06-drink\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $5\r\n
        caf\xC3\xA9\r\n
        """

    @FRAG-07
    Scenario: A request can arrive byte by byte
      When a client sends, byte by byte:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        """
      Then the bytes received are:
        """
        +PONG\r\n
        """

    @FRAG-08
    Scenario: Two requests can arrive byte by byte
      When a client sends, byte by byte:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $12\r\n
        frag-08-poem\r\n
        $9\r\n
        \r\n
        one\0two\r\n
        *2\r\n
        $3\r\n
        GET\r\n
        $12\r\n
        frag-08-poem\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $9\r\n
        \r\n
        one\0two\r\n
        """

  Rule: Half a request gets no reply
    https://redis.io/docs/latest/develop/reference/protocol-spec/#request-response-model

    @FRAG-09
    Scenario: The server waits for the rest of a request
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PIN
        """
      Then no reply arrives
      And the connection stays open

    @FRAG-10 @exact
    Scenario: A request without its last line end gets no reply
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING
        """
      Then no reply arrives

  Rule: The pieces of one client's request never mix with those of another client
    https://redis.io/docs/latest/develop/reference/clients/#what-order-are-client-requests-served-in
    The part of a request that has arrived belongs to its connection. With a buffer that all connections share, one client's
    bytes end up in another client's request.

    @FRAG-11
    Scenario: Two clients can be in the middle of a request at the same time
      Given a slow client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $12\r\n
        frag-11-slow
        """
      And another client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $13\r\n
        frag-11-other\r\n
        $5\r\n
        pears\r\n
        ¦
        *2\r\n
        $3\r\n
        GET\r\n
        $13\r\n
        """
      And the slow client sends the bytes:
        """
        \r\n
        $6\r\n
        apples\r\n
        """
      And the reply is OK
      When the other client sends the bytes:
        """
        frag-11-other\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $5\r\n
        pears\r\n
        """
