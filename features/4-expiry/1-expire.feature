@step4
Feature: EXPIRE gives a key a lifetime
  A session that ends after half an hour, a code that is good for a minute, a page kept until it is stale: some values
  should disappear by themselves. EXPIRE tells Redis after how many seconds to remove a key, together with its value.

  Rule: EXPIRE returns 1 if the key exists, and 0 if it does not
    https://redis.io/docs/latest/commands/expire/

    @EXPIRE-01
    Scenario: EXPIRE on an existing key returns 1
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" 100
      Then the reply is the integer 1

    @EXPIRE-02
    Scenario: EXPIRE on a missing key returns 0
      When a client sends EXPIRE "session" 100
      Then the reply is the integer 0

    @EXPIRE-03
    Scenario: EXPIRE does not create a key
      When a client sends EXPIRE "session" 100
      Then the reply is the integer 0
      And "session" does not exist

    @EXPIRE-04
    Scenario: A key that has a lifetime can be given another
      Given "session" holds "Ada"
      And "session" expires in 100 seconds
      When a client sends EXPIRE "session" 50
      Then the reply is the integer 1

  Rule: A key with a lifetime can be used like any other
    https://redis.io/docs/latest/commands/expire/

    @EXPIRE-05
    Scenario: The value of a key with a lifetime can be read
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" 100
      Then the reply is the integer 1
      And "session" now holds "Ada"

    @EXPIRE-06
    Scenario: A counter with a lifetime counts
      Given "visits" holds "41"
      And "visits" expires in 100 seconds
      When a client sends INCR "visits"
      Then the reply is the integer 42

    @EXPIRE-09
    Scenario: A counter with a lifetime can grow by a digit
      Given "visits" holds "99"
      And "visits" expires in 100 seconds
      When a client sends INCR "visits"
      Then "visits" now holds "100"

  Rule: A lifetime of zero or less removes the key immediately
    https://redis.io/docs/latest/commands/expire/

    @EXPIRE-07
    Scenario Outline: EXPIRE with <seconds> seconds removes the key
      Given "session" holds "Ada"
      When a client sends EXPIRE "session" <seconds>
      Then the reply is the integer 1
      And "session" does not exist

      Examples:
        | seconds |
        | 0       |
        | -1      |
        | -100000 |

    @EXPIRE-10
    Scenario: EXPIRE 0 removes even a key named `constructor`
      In JavaScript every object has a property of that name.
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $11\r\n
        constructor\r\n
        $1\r\n
        5\r\n
        *3\r\n
        $6\r\n
        EXPIRE\r\n
        $11\r\n
        constructor\r\n
        $1\r\n
        0\r\n
        *3\r\n
        $6\r\n
        EXPIRE\r\n
        $11\r\n
        constructor\r\n
        $3\r\n
        100\r\n
        *2\r\n
        $4\r\n
        INCR\r\n
        $11\r\n
        constructor\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        :1\r\n
        :0\r\n
        :1\r\n
        """

    @EXPIRE-08
    Scenario: EXPIRE 0 on a missing key returns 0
      When a client sends EXPIRE "session" 0
      Then the reply is the integer 0
