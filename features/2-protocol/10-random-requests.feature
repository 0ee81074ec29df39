@step2
Feature: Random requests
  An example shows one case, and bugs hide between the examples. Here the runner generates requests: values and packets with sizes
  near powers of two, requests cut at any byte or sent together, inline commands, malformed requests, and clients that disconnect.
  A model of the commands knows every reply that the rules allow. When a server sends a different reply, the runner looks for
  the shortest conversation that still shows it, and reports that.

  Rule: However requests arrive, each reply follows from the requests before it
    https://redis.io/docs/latest/develop/reference/protocol-spec/
    The same version of this specification always generates the same requests. Use `--seed` to get different requests.

    @RANDOM-01
    Scenario: Requests of any size, cut and joined anywhere
      When three clients take turns sending up to 600 random commands of step 2
      Then every reply is one that the rules allow

    @RANDOM-02 @exact
    Scenario: Requests of any size, cut and joined anywhere, and errors as Redis words them
      When three clients take turns sending up to 600 random commands of step 2
      Then every reply is the one that Redis gives
