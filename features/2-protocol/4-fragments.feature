@step2
Feature: A request can arrive in pieces
  TCP carries a stream of bytes, not messages. What a client writes at once can arrive in two reads or in ten, cut
  anywhere. So a server keeps what has come of a request, for each connection, until the rest is there.
  The mark `¦` stands for a pause in which the server reads what was sent so far.

  Rule: A request is complete when its last byte has arrived, in however many pieces
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
    Scenario: A request is cut between two lines
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
    Scenario: A request is cut between CR and LF
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
    Scenario: A request is cut within a length
      The length is 12. A server that goes on after the first piece takes it for 1.
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
    Scenario: A value is cut within its line end
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
    Scenario: A value is cut within a letter
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
    Scenario: A request arrives byte by byte
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
    Scenario: Two requests arrive byte by byte
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

  Rule: Half a request gets no answer
    https://redis.io/docs/latest/develop/reference/protocol-spec/#request-response-model

    @FRAG-09
    Scenario: The server waits for the rest of a request
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PIN
        """
      Then the reply is nothing
      And the connection stays open

    @FRAG-10 @exact
    Scenario: The last line end belongs to the request
      When a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING
        """
      Then the reply is nothing

  Rule: The pieces of one client never mix with those of another
    https://redis.io/docs/latest/develop/reference/clients/#what-order-are-client-requests-served-in
    What has come of a request is kept for its connection. A buffer that all connections share gives one client's words
    to another.

    @FRAG-11
    Scenario: Two clients in the middle of a request at the same time
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
