@step3
Feature: PING
  PING asks whether the server is there. Clients send it to keep a connection alive, and people to see whether all is
  well. With a message it gives the message back, so that a client can tell which PING was answered.

  Rule: PING without a message answers PONG, PING with a message answers the message
    https://redis.io/docs/latest/commands/ping/

    @PING-01
    Scenario: PING alone answers PONG
      When a client sends PING
      Then the reply is PONG

    @PING-02
    Scenario: A message comes back as a bulk string
      When a client sends PING "hello, world"
      Then the reply is "hello, world"

    @PING-03
    Scenario: A message is bytes like any value
      When a client sends PING "\0\r\n\xFF"
      Then the reply is "\0\r\n\xFF"

    @PING-04
    Scenario: The empty message is a message
      When a client sends PING ""
      Then the reply is ""
