@step1
Feature: A server answers PING
  Redis is a program that keeps data in memory for other programs. They reach it over TCP: a client opens a connection,
  writes a request, and reads the reply from the same connection. The smallest request is PING, which asks whether
  the server is there. The reply is PONG. This step needs no other command.

  Rule: Every request gets one reply
    https://redis.io/docs/latest/develop/reference/protocol-spec/#request-response-model
    A client here writes PING as the fourteen bytes `*1\r\n$4\r\nPING\r\n`. Step 2 explains what they mean.
    A server that replies `+PONG\r\n` to everything it reads can pass all of step 1.

    @TCP-01
    Scenario: PING is answered with PONG
      When a client sends PING
      Then the client receives PONG once

    @TCP-02
    Scenario: The connection serves one request after another
      Given a client sends PING
      And the client sends PING
      When the client sends PING
      Then the client receives PONG 3 times

  Rule: A server sends nothing before the first request
    https://redis.io/docs/latest/develop/reference/protocol-spec/#request-response-model
    There is no greeting. A client takes the first bytes it reads for the reply to its first request.

    @TCP-03
    Scenario: A new connection is silent
      When a client connects
      Then no reply arrives

    @TCP-04
    Scenario: A connection without a request stays open
      When a client connects
      Then the connection stays open
