@step4
Feature: Random commands and lifetimes
  The six commands in any order, with lifetimes that are long, over, or no number at all. Then many clients at the same time, some
  of them just when keys end.

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
    Scenario: Lifetimes of keys named like things
      When three clients take turns sending up to 400 random commands of step 4, on keys with special names
      Then every reply is one that the rules allow

  Rule: When clients send at the same time, one order of all their commands explains every reply about lifetimes, too
    https://redis.io/docs/latest/develop/reference/

    @ORDER-03
    Scenario: One client limits the lifetime of a key while another stores a new value
      EXPIRE changes the lifetime and not the value. A server that reads the value and writes it back undoes the other client's SET.
      When four clients store keys and limit their lifetimes, all at once
      Then one order of all commands explains every reply

    @ORDER-04
    Scenario: A key is stored anew just when it ends
      Who removes a key that has ended must be sure that it is still the old one: the new value stays.
      When four clients read and store keys that have just ended, all at once
      Then one order of all commands explains every reply
