@step1
Feature: Idle and slow clients
  Some clients connect early and speak late. Some sit behind a bad network, and half of their request is still on its
  way. Some ask for a lot and take their time to read it. None of this is a mistake, and the others must not notice it.

  Rule: No client waits for another
    https://redis.io/docs/latest/develop/reference/clients/#what-order-are-client-requests-served-in

    @SLOW-01
    Scenario: A client that says nothing delays nobody
      Given a silent client connects
      When another client sends PING
      Then the other client is answered PONG once

    @SLOW-02
    Scenario: A client that stops in the middle of a request delays nobody
      Given a slow client sends the bytes:
        """
        *1\r\n
        $4\r\n
        PI
        """
      When another client sends PING
      Then the other client is answered PONG once

    @SLOW-03
    Scenario: A client that does not read its replies delays nobody
      Given a slow client sends PING 100000 times without reading
      When another client sends PING
      Then the other client is answered PONG once
