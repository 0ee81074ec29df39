@step1
Feature: Many clients at the same time
  A web site runs dozens of programs that all use the same Redis. Each has its own connection and keeps it open for
  hours. So a server has to accept the next client while earlier clients are still connected.

  Rule: A server serves many connections at the same time
    https://redis.io/docs/latest/develop/reference/clients/#accepting-client-connections
    One thread for each connection works well, and so does a single thread that serves all of them.

    @MANY-01
    Scenario: A second client is answered while the first is still connected
      Given a client sends PING
      When another client sends PING
      Then the other client receives PONG once

    @MANY-02
    Scenario: The first client is still served after a second connects
      Given a client sends PING
      And another client sends PING
      When the client sends PING
      Then the client receives PONG twice

    @MANY-03
    Scenario: Fifty clients send PING at the same time
      When 50 clients, all at once, each send PING 20 times
      Then every client receives PONG 20 times

  Rule: A reply goes only to the client that sent the request
    https://redis.io/docs/latest/develop/reference/protocol-spec/#request-response-model

    @MANY-04
    Scenario: Two clients that take turns each get only their own replies
      Given a client sends PING
      And another client sends PING
      And the client sends PING
      When the other client sends PING
      Then the other client receives PONG twice
      And the client receives PONG twice

  Rule: A connection that has ended makes room for the next
    https://redis.io/docs/latest/develop/reference/clients/#maximum-concurrent-connected-clients
    A server that forgets to close its end of each connection, or to end its thread, runs out of them sooner or later.

    @MANY-05
    Scenario: 300 clients are served one after another
      When 300 clients, one after another, each send PING once
      Then every client receives PONG once
