@step3
Feature: Random commands
  What no example of this step names: a few keys, and every command with any value in any order. Then many clients at the same time.

  Rule: Each reply follows from the commands before it
    https://redis.io/docs/latest/commands/
    Values have any number of digits, or are no numbers; names of commands are unknown, arguments too many or too few. A server
    that answers wrongly is shown the shortest conversation that still does.

    @RANDOM-03
    Scenario: PING, GET, SET and INCR in any order
      When three clients take turns sending up to 1000 random commands of step 3
      Then every reply is one that the rules allow

    @RANDOM-04 @exact
    Scenario: PING, GET, SET and INCR in any order, and errors as Redis words them
      When three clients take turns sending up to 1000 random commands of step 3
      Then every reply is the one that Redis gives

    @RANDOM-05 @alone
    Scenario: Keys named like things
      `constructor` and `__proto__` are in every object of JavaScript, `0` is false in PHP and Perl, and the empty key is easily taken
      for no key.
      When three clients take turns sending up to 400 random commands of step 3, on keys with special names
      Then every reply is one that the rules allow

  Rule: When clients send at the same time, one order of all their commands explains every reply
    https://redis.io/docs/latest/develop/reference/
    Redis carries out one command at a time. A server with threads need not, as long as no client can tell: there must be an order in
    which the commands could have been carried out one by one, with exactly these replies.

    @ORDER-01
    Scenario: Clients increment new keys at the same time
      Only one client can be the first. Where two read that there is no key yet, both answer 1.
      When four clients increment the same new keys, all at once
      Then one order of all commands explains every reply

    @ORDER-02
    Scenario: Clients read a key while another stores values of other sizes
      When four clients store and read the same key, all at once
      Then one order of all commands explains every reply
