@step3
Feature: Random commands
  These scenarios go beyond the examples: a few keys, and every command with any value in any order. Then several clients at the same time.

  Rule: Each reply follows from the commands before it
    https://redis.io/docs/latest/commands/
    Values have any number of digits, or are not numbers. Some commands are unknown, or have too many or too few arguments. For a
    server that sends an incorrect reply, the runner reports the shortest conversation in which it still does.

    @RANDOM-03
    Scenario: PING, GET, SET and INCR in any order
      When three clients take turns sending up to 1000 random commands of step 3
      Then every reply is one that the rules allow

    @RANDOM-04 @exact
    Scenario: PING, GET, SET and INCR in any order, and errors as Redis words them
      When three clients take turns sending up to 1000 random commands of step 3
      Then every reply is the one that Redis gives

    @RANDOM-05 @alone
    Scenario: Random commands on keys with special names
      Every object in JavaScript has `constructor` and `__proto__`, `0` is false in PHP and Perl, and the empty key is easily mistaken
      for a missing key.
      When three clients take turns sending up to 400 random commands of step 3, on keys with special names
      Then every reply is one that the rules allow

  Rule: When clients send at the same time, one order of all their commands explains every reply
    https://redis.io/docs/latest/develop/reference/
    Redis carries out one command at a time. A server with threads does not have to, as long as no client can tell: there must be an
    order in which the commands could have been carried out one by one, with exactly these replies.

    @ORDER-01
    Scenario: Four clients increment the same new keys at the same time
      Only one client can be the first. If a server lets two clients both find no key, both get 1.
      When four clients increment the same new keys, all at once
      Then one order of all commands explains every reply

    @ORDER-02
    Scenario: Clients read a key while another client stores values of different sizes
      When four clients store and read the same key, all at once
      Then one order of all commands explains every reply
