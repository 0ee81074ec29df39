@step1
Feature: Idle and slow clients
  Some clients connect early and send a request late. Some are on a bad network, and half of their request has not arrived
  yet. Some request a lot and read the replies slowly. All of this is allowed, and other clients must not notice it.

  Rule: No client waits for another
    https://redis.io/docs/latest/develop/reference/clients/#what-order-are-client-requests-served-in

    @SLOW-01
    Scenario: A client that sends nothing does not delay others
      Given a silent client connects
      When another client sends PING
      Then the other client receives PONG once

    @SLOW-02
    Scenario: A client that stops in the middle of a request does not delay others
      Given a slow client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PI
        """
      When another client sends PING
      Then the other client receives PONG once

    @SLOW-03
    Scenario: A client that does not read its replies does not delay others
      Given a slow client sends PING 100000 times without reading
      When another client sends PING
      Then the other client receives PONG once
