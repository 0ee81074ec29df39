@step3
Feature: PING
  PING asks whether the server is there. Clients send it to keep a connection alive, and people send it to check the
  server. If PING has a message, the reply is that message, so that a client can tell which PING was answered.

  Rule: PING returns PONG, or its message if it has one
    https://redis.io/docs/latest/commands/ping/

    @PING-01
    Scenario: PING without a message returns PONG
      When a client sends PING
      Then the reply is PONG

    @PING-02
    Scenario: PING returns its message as a bulk string
      When a client sends PING "hello, world"
      Then the reply is "hello, world"

    @PING-03
    Scenario: The message of PING can be any bytes
      When a client sends PING "\0\r\n\xFF"
      Then the reply is "\0\r\n\xFF"

    @PING-04
    Scenario: The message of PING can be empty
      When a client sends PING ""
      Then the reply is ""
