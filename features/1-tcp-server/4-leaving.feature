@step1
Feature: Clients that disconnect
  Every connection ends: the client closes it, its process is killed, or its cable is pulled. The server notices when it
  reads (the end of the input, or an error) or when it writes (an error). It then closes its end and forgets only this
  client.

  Rule: A client that disconnects does not affect other clients
    https://redis.io/docs/latest/develop/reference/clients/#accepting-client-connections

    @LEAVE-01
    Scenario: A client disconnects after its reply
      Given a client sends PING
      And the client disconnects
      When another client sends PING
      Then the other client receives PONG once

    @LEAVE-02
    Scenario: A client disconnects without having sent anything
      Given a client connects
      And the client disconnects
      When another client sends PING
      Then the other client receives PONG once

    @LEAVE-03
    Scenario: A client disconnects in the middle of a request
      Given a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PI
        """
      And the client disconnects
      When another client sends PING
      Then the other client receives PONG once

    @LEAVE-04
    Scenario: A client resets the connection between two requests
      The server reads an error when a connection was reset, and the end of the input when it was closed.
      Given a client sends PING
      And the client resets the connection
      When another client sends PING
      Then the other client receives PONG once

    @LEAVE-05
    Scenario: A client resets the connection in the middle of a request
      Given a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PI
        """
      And the client resets the connection
      When another client sends PING
      Then the other client receives PONG once

    @LEAVE-06
    Scenario: A client resets the connection while its replies are being written
      Writing to a connection that is gone is an error too. In C it also raises a signal (SIGPIPE) that ends the process.
      Given a client sends PING 20000 times without reading
      And the client resets the connection
      When another client sends PING
      Then the other client receives PONG once

    @LEAVE-07
    Scenario: Other clients stay connected when one resets its connection
      Given another client sends PING
      And a client sends PING
      And the client resets the connection
      When the other client sends PING
      Then the other client receives PONG twice

  Rule: A client that stops sending still gets its replies
    https://redis.io/docs/latest/develop/reference/protocol-spec/#request-response-model
    A TCP connection has two directions, and one can end before the other: the server reads the request and then the
    end of the input, while the client still reads. `printf '*1\r\n$4\r\nPING\r\n' | nc -N localhost 6379` does that.

    @LEAVE-08
    Scenario: A request followed by the end of the input is answered
      Given a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PING\r\n
        """
      When the client stops sending
      Then the client receives PONG once

    @LEAVE-09
    Scenario: After the last reply the server closes its half too
      Given a client sends PING
      When the client stops sending
      Then the connection is closed

    @LEAVE-10
    Scenario: Half a request followed by the end of the input closes the connection
      Given a client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PI
        """
      When the client stops sending
      Then the connection is closed
