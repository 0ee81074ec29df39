@step1
Feature: Many clients at once
  A web site runs dozens of programs that all ask the same Redis. Each has a connection of its own and keeps it for
  hours. So a server has to accept the next client while the ones before are still connected.

  Rule: A server serves many connections at the same time
    https://redis.io/docs/latest/develop/reference/clients/#accepting-client-connections
    A thread for each connection is a fine way to do it, and so is one thread that looks after all of them.

    @MANY-01
    Scenario: A second client is answered while the first is still connected
      Given a client sends PING
      When another client sends PING
      Then the other client is answered PONG once

    @MANY-02
    Scenario: The first client is still served after a second has come
      Given a client sends PING
      And another client sends PING
      When the client sends PING
      Then the client is answered PONG twice

    @MANY-03
    Scenario: Fifty clients talk at the same time
      When 50 clients, all at once, each send PING 20 times
      Then every client is answered PONG 20 times

  Rule: A reply goes to the client that asked, and to nobody else
    https://redis.io/docs/latest/develop/reference/protocol-spec/#request-response-model

    @MANY-04
    Scenario: Two clients in turn get their own replies and no more
      Given a client sends PING
      And another client sends PING
      And the client sends PING
      When the other client sends PING
      Then the other client is answered PONG twice
      And the client is answered PONG twice

  Rule: A connection that ended makes room for the next
    https://redis.io/docs/latest/develop/reference/clients/#maximum-concurrent-connected-clients
    A server that forgets to close its own end, or to end a thread, runs out of them sooner or later.

    @MANY-05
    Scenario: Hundreds of clients come and go
      When 300 clients, one after another, each send PING once
      Then every client is answered PONG once
