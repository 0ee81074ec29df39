@step4
Feature: Random commands and lifetimes
  The six commands in any order, with lifetimes that are long, already over, or not numbers. Then several clients at the same time,
  some of them just when keys expire.

  Rule: Each reply follows from the commands before it, and from the time
    https://redis.io/docs/latest/commands/expire/

    @RANDOM-06
    Scenario: The six commands in any order
      When three clients take turns sending up to 1000 random commands of step 4
      Then every reply is one that the rules allow

    @RANDOM-07 @exact
    Scenario: The six commands in any order, and errors and rounding as in Redis
      When three clients take turns sending up to 1000 random commands of step 4
      Then every reply is the one that Redis gives

    @RANDOM-08 @alone
    Scenario: Random commands and lifetimes on keys with special names
      When three clients take turns sending up to 400 random commands of step 4, on keys with special names
      Then every reply is one that the rules allow

  Rule: With lifetimes, too, one order of all concurrent commands explains every reply
    https://redis.io/docs/latest/develop/reference/

    @ORDER-03
    Scenario: One client sets the lifetime of a key while another stores a new value
      EXPIRE changes the lifetime and not the value. A server that reads the value and writes it back undoes the other client's SET.
      When four clients store keys and limit their lifetimes, all at once
      Then one order of all commands explains every reply

    @ORDER-04
    Scenario: A key is stored again just when it expires
      A server that removes an expired key must check that it is still the old key: a new value stays.
      When four clients read and store keys that have just ended, all at once
      Then one order of all commands explains every reply
