@step5 @transactions
Feature: Several commands as one
  After MULTI commands are not carried out but put in a queue; EXEC carries them all out, and no other client's command
  comes between them. WATCH makes that depend on keys that have not changed meanwhile. Nothing is rolled back: a command
  that fails in EXEC fails alone.

  Rule: MULTI queues, EXEC carries out and answers all replies in one array
    https://redis.io/docs/latest/develop/interact/transactions/

    @TX-01
    Scenario: Commands are queued and then carried out
      When a client sends these commands together:
        | MULTI        |
        | SET "n" "41" |
        | INCR "n"     |
        | GET "n"      |
        | EXEC         |
      Then the replies are:
        | OK             |
        | QUEUED         |
        | QUEUED         |
        | QUEUED         |
        | [OK, 42, "42"] |

    @TX-02
    Scenario: An empty transaction has an empty reply
      Given a client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @TX-03
    Scenario: Before EXEC nothing has happened
      Given "a" holds "old"
      And a client sends MULTI
      And the client sends SET "a" "new"
      When another client sends GET "a"
      Then the reply is "old"

    @TX-04
    Scenario: After EXEC everybody sees it
      Given a client sends MULTI
      And the client sends SET "a" "new"
      And the client sends EXEC
      When another client sends GET "a"
      Then the reply is "new"

    @TX-05
    Scenario: After EXEC commands are carried out at once again
      Given a client sends MULTI
      And the client sends EXEC
      When the client sends INCR "n"
      Then the reply is the integer 1

    @TX-06
    Scenario: A transaction belongs to one connection
      Given a client sends MULTI
      When another client sends INCR "n"
      Then the reply is the integer 1

    @TX-07
    Scenario: Who leaves before EXEC has done nothing
      Given "a" holds "old"
      And a client sends MULTI
      And the client sends SET "a" "new"
      And the client hangs up
      When another client sends GET "a"
      Then the reply is "old"

    @TX-08
    Scenario: No other client comes in between
      Given a client sends these commands together:
        | MULTI       |
        | SET "n" "0" |
        | INCR "n"    |
        | INCR "n"    |
        | INCR "n"    |
        | INCR "n"    |
        | INCR "n"    |
        | INCR "n"    |
        | INCR "n"    |
        | INCR "n"    |
      And another client sends SET "n" "0"
      And the other client sends INCR "n" 20000 times without reading
      When the client sends EXEC
      Then the replies are:
        | OK                           |
        | QUEUED                       |
        | QUEUED                       |
        | QUEUED                       |
        | QUEUED                       |
        | QUEUED                       |
        | QUEUED                       |
        | QUEUED                       |
        | QUEUED                       |
        | QUEUED                       |
        | [OK, 1, 2, 3, 4, 5, 6, 7, 8] |

    @TX-11
    Scenario: A command is queued with all its arguments, be they many or long
      When a client sends these commands together:
        | MULTI                                                         |
        | MSET "a" "1" "b" "2" "c" "3" "d" "4" "e" 100000 bytes "f" "6" |
        | EXEC                                                          |
        | MGET "a" "e" "f"                                              |
      Then the replies are:
        | OK                       |
        | QUEUED                   |
        | [OK]                     |
        | ["1", 100000 bytes, "6"] |

    @TX-09
    Scenario: The names of the commands are the same in small letters
      When a client sends these commands together:
        | multi    |
        | incr "n" |
        | exec     |
      Then the replies are:
        | OK     |
        | QUEUED |
        | [1]    |

    @TX-10
    Scenario: In RESP3 the replies in the array are of RESP3
      Given a client sends HELLO 3
      And the client sends MULTI
      And the client sends GET "nothing"
      When the client sends EXEC
      Then the reply is [the null of RESP3]

    @TX-12
    Scenario: Commands of every kind are queued
      When a client sends these commands together:
        | MULTI                          |
        | SET "a" "1" PX 100000          |
        | PEXPIRE "a" 200000 GT          |
        | PEXPIREAT "a" 4102444800000 XX |
        | EXPIRETIME "a"                 |
        | PERSIST "a"                    |
        | INCRBY "a" 4                   |
        | MGET "a" "b"                   |
        | EXISTS "a" "b"                 |
        | DEL "a"                        |
        | ECHO "hello"                   |
        | PUBLISH "news" "rain"          |
        | EXEC                           |
      Then the replies are:
        | OK                                                          |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | QUEUED                                                      |
        | [OK, 1, 1, 4102444800, 1, 5, ["5", null], 1, 1, "hello", 0] |

    @TX-13 @alone
    Scenario: FLUSHALL is queued like any other command
      Given "a" holds "1"
      When a client sends these commands together:
        | MULTI    |
        | FLUSHALL |
        | DISCARD  |
        | GET "a"  |
      Then the replies are:
        | OK     |
        | QUEUED |
        | OK     |
        | "1"    |

  Rule: A command that fails in EXEC fails alone
    https://redis.io/docs/latest/develop/interact/transactions/#errors-inside-a-transaction

    @TXERROR-01
    Scenario: The others are carried out, before it and after it
      When a client sends these commands together:
        | MULTI         |
        | SET "a" "one" |
        | INCR "a"      |
        | SET "b" "two" |
        | EXEC          |
      Then the replies are:
        | OK                 |
        | QUEUED             |
        | QUEUED             |
        | QUEUED             |
        | [OK, an error, OK] |

    @TXERROR-02
    Scenario: What an earlier command of it did stays
      Given a client sends MULTI
      And the client sends SET "a" "one"
      And the client sends INCR "a"
      And the client sends EXEC
      When another client sends GET "a"
      Then the reply is "one"

  Rule: A command that can't be queued makes EXEC do nothing
    https://redis.io/docs/latest/develop/interact/transactions/#errors-inside-a-transaction

    @TXERROR-03
    Scenario Outline: <command> is refused at once, and then EXEC
      Given "a" holds "old"
      When a client sends these commands together:
        | MULTI         |
        | SET "a" "new" |
        | <command>     |
        | EXEC          |
        | GET "a"       |
      Then the replies are:
        | OK       |
        | QUEUED   |
        | an error |
        | an error |
        | "old"    |

      Examples:
        | command       |
        | NOSUCHCOMMAND |
        | GET           |
        | SET "a"       |

    @TXERROR-04 @exact
    Scenario: The error of such an EXEC
      Given a client sends MULTI
      And the client sends GET
      When the client sends EXEC
      Then the reply is the error "EXECABORT Transaction discarded because of previous errors."

    @TXERROR-05
    Scenario: After such an EXEC the next transaction is a new one
      Given a client sends MULTI
      And the client sends GET
      And the client sends EXEC
      When the client sends these commands together:
        | MULTI    |
        | INCR "n" |
        | EXEC     |
      Then the replies are:
        | OK       |
        | an error |
        | an error |
        | OK       |
        | QUEUED   |
        | [1]      |

    @TXERROR-06
    Scenario: What follows such a command is queued like what came before, and not carried out either
      Given "a" holds "old"
      When a client sends these commands together:
        | MULTI           |
        | SET "a" "new"   |
        | GET             |
        | SET "a" "newer" |
        | EXEC            |
        | GET "a"         |
      Then the replies are:
        | OK       |
        | QUEUED   |
        | an error |
        | QUEUED   |
        | an error |
        | "old"    |

  Rule: DISCARD forgets what was queued
    https://redis.io/docs/latest/commands/discard/

    @DISCARD-01
    Scenario: Nothing of it is carried out
      Given "a" holds "old"
      When a client sends these commands together:
        | MULTI         |
        | SET "a" "new" |
        | DISCARD       |
        | GET "a"       |
      Then the replies are:
        | OK     |
        | QUEUED |
        | OK     |
        | "old"  |

    @DISCARD-02
    Scenario: DISCARD forgets errors, too
      When a client sends these commands together:
        | MULTI    |
        | GET      |
        | DISCARD  |
        | MULTI    |
        | INCR "n" |
        | EXEC     |
      Then the replies are:
        | OK       |
        | an error |
        | OK       |
        | OK       |
        | QUEUED   |
        | [1]      |

    @DISCARD-03
    Scenario: RESET discards a transaction
      Given a client sends MULTI
      And the client sends RESET
      When the client sends INCR "n"
      Then the reply is the integer 1

  Rule: Transactions don't nest, and end only where one began
    https://redis.io/docs/latest/commands/multi/

    @NEST-01
    Scenario: MULTI within MULTI is an error, and the transaction goes on
      In Valkey 8 the error spoils the transaction.

      When a client sends these commands together:
        | MULTI    |
        | MULTI    |
        | INCR "n" |
        | EXEC     |
      Then the replies are:
        | OK                                            |
        | an error                                      |
        | QUEUED                                        |
        | [1] or the error that begins with "EXECABORT" |

    @NEST-02 @exact
    Scenario: The error of MULTI within MULTI
      Given a client sends MULTI
      When the client sends MULTI
      Then the reply is the error "ERR MULTI calls can not be nested" or the error "ERR Command not allowed inside a transaction"

    @NEST-03
    Scenario Outline: <command> without MULTI is an error
      When a client sends <command>
      Then the reply is an error

      Examples:
        | command |
        | EXEC    |
        | DISCARD |

    @NEST-04 @exact
    Scenario Outline: The error of <command> without MULTI
      When a client sends <command>
      Then the reply is the error "ERR <command> without MULTI"

      Examples:
        | command |
        | EXEC    |
        | DISCARD |

    @NEST-05 @exact
    Scenario Outline: <command> takes no arguments
      When a client sends <command> "x"
      Then the reply is the error "<error>"

      Examples:
        | command | error                                                                                    |
        | MULTI   | ERR wrong number of arguments for 'multi' command                                        |
        | EXEC    | EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command |
        | DISCARD | ERR wrong number of arguments for 'discard' command                                      |
        | UNWATCH | ERR wrong number of arguments for 'unwatch' command                                      |

    @NEST-06
    Scenario: An EXEC that is refused ends the transaction
      Given a client sends MULTI
      And the client sends EXEC "x"
      When the client sends PING
      Then the reply is PONG

  Rule: WATCH lets EXEC do nothing when a key has changed
    https://redis.io/docs/latest/develop/interact/transactions/#optimistic-locking-using-check-and-set

    @WATCH-01
    Scenario: Nobody has changed the key
      Given "a" holds "1"
      And a client sends WATCH "a"
      When the client sends these commands together:
        | MULTI    |
        | INCR "a" |
        | EXEC     |
      Then the replies are:
        | OK     |
        | OK     |
        | QUEUED |
        | [2]    |

    @WATCH-02
    Scenario: Somebody has changed the key
      Given "a" holds "1"
      And a client sends WATCH "a"
      And another client sends SET "a" "5"
      When the client sends these commands together:
        | MULTI    |
        | INCR "a" |
        | EXEC     |
        | GET "a"  |
      Then the replies are:
        | OK             |
        | OK             |
        | QUEUED         |
        | the null array |
        | "5"            |

    @WATCH-03
    Scenario: Somebody changes the key after MULTI
      Given "a" holds "1"
      And a client sends WATCH "a"
      And the client sends MULTI
      And the client sends INCR "a"
      And another client sends INCR "a"
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-04
    Scenario Outline: <command> is a change
      Given "a" holds "1"
      And a client sends WATCH "b" "a"
      And another client sends <command>
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

      Examples:
        | command              |
        | SET "a" "1"          |
        | INCR "a"             |
        | EXPIRE "a" 100       |
        | SET "b" "1"          |
        | DEL "a"              |
        | MSET "x" "1" "b" "2" |
        | DECRBY "a" 1         |
        | PEXPIREAT "a" 1      |

    @WATCH-05
    Scenario Outline: <command> is no change
      Given "a" holds "1"
      And a client sends WATCH "a" "nothing"
      And another client sends <command>
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

      Examples:
        | command           |
        | GET "a"           |
        | TTL "a"           |
        | SET "other" "1"   |
        | SET "a" "2" NX    |
        | DEL "nothing"     |
        | PERSIST "a"       |
        | EXPIRE "a" 100 XX |
        | INCRBY "a" "x"    |

    @WATCH-06
    Scenario: One's own change counts as well
      Given "a" holds "1"
      And a client sends WATCH "a"
      And the client sends SET "a" "2"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-07
    Scenario: A key that came and went has changed
      Given a client sends WATCH "a"
      And another client sends SET "a" "1"
      And the other client sends DEL "a"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-08
    Scenario: EXEC ends the watching
      Given "a" holds "1"
      And a client sends WATCH "a"
      And the client sends MULTI
      And the client sends EXEC
      And another client sends SET "a" "2"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-09
    Scenario: An EXEC that did nothing ends it as well
      Given "a" holds "1"
      And a client sends WATCH "a"
      And another client sends SET "a" "2"
      And the client sends MULTI
      And the client sends EXEC
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-10
    Scenario Outline: <command> ends the watching
      Given "a" holds "1"
      And a client sends WATCH "a"
      And the client sends MULTI
      And another client sends SET "a" "2"
      And the client sends <command>
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

      Examples:
        | command |
        | DISCARD |
        | RESET   |

    @WATCH-11
    Scenario: UNWATCH forgets all keys
      Given "a" holds "1"
      And a client sends WATCH "a"
      And another client sends SET "a" "2"
      And the client sends UNWATCH
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-12
    Scenario: A key whose lifetime ends while it is watched has changed
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client sends WATCH "a"
      And the lifetime of "a" is over
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-13
    Scenario: A key whose lifetime was over before has not changed
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      And a client sends WATCH "a"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-18
    Scenario: The same lifetime given once more is a change
      Given "a" holds "1"
      And a client sends EXPIREAT "a" 4102444800
      And the client sends WATCH "a"
      And another client sends EXPIREAT "a" 4102444800
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-19
    Scenario: That a key loses its lifetime is a change
      Given "a" holds "1"
      And "a" expires in 100 seconds
      And a client sends WATCH "a"
      And another client sends PERSIST "a"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-20
    Scenario: Many keys can be watched
      Given a client sends WATCH "a" "b" "c" "d" "e" "f" "g" "h" "i" "j"
      And another client sends SET "j" "1"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-21
    Scenario: A key whose lifetime ends between MULTI and EXEC has changed
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client sends WATCH "a"
      And the client sends MULTI
      And the client sends INCR "a"
      And the lifetime of "a" is over
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-22
    Scenario: What another client changes with EXEC has changed
      Given a client sends WATCH "a"
      And another client sends MULTI
      And the other client sends SET "a" "1"
      And the other client sends EXEC
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-23
    Scenario: A second WATCH adds to the first
      Given a client sends WATCH "a"
      And the client sends WATCH "b"
      And another client sends SET "a" "1"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-24
    Scenario: A watched key that is missing can be read
      Given a client sends WATCH "a"
      And the client sends GET "a"
      When the client sends these commands together:
        | MULTI       |
        | SET "a" "1" |
        | EXEC        |
      Then the replies are:
        | OK     |
        | null   |
        | OK     |
        | QUEUED |
        | [OK]   |

    @WATCH-25
    Scenario: A change stops all who watch, not only the first
      Given a client sends WATCH "a"
      And a second client sends WATCH "a"
      And another client sends SET "a" "1"
      And the second client sends MULTI
      When the second client sends EXEC
      Then the reply is the null array

    @WATCH-26
    Scenario Outline: <command> without MULTI leaves the watching as it was
      Given a client sends WATCH "a"
      And the client sends <command>
      And another client sends SET "a" "1"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

      Examples:
        | command |
        | EXEC    |
        | DISCARD |

    @WATCH-27
    Scenario: UNWATCH within MULTI is queued, which is too late
      Given a client sends WATCH "a"
      And another client sends SET "a" "1"
      And the client sends MULTI
      And the client sends UNWATCH
      When the client sends EXEC
      Then the replies are:
        | OK             |
        | OK             |
        | QUEUED         |
        | the null array |

    @WATCH-28 @alone
    Scenario: FLUSHALL changes every key that is there
      Given "a" holds "1"
      And a client sends WATCH "a"
      And another client sends FLUSHALL
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-14
    Scenario: WATCH within MULTI is an error, and the transaction goes on
      In Valkey 8 the error spoils the transaction.

      When a client sends these commands together:
        | MULTI     |
        | WATCH "a" |
        | INCR "n"  |
        | EXEC      |
      Then the replies are:
        | OK                                            |
        | an error                                      |
        | QUEUED                                        |
        | [1] or the error that begins with "EXECABORT" |

    @WATCH-15 @exact
    Scenario: The error of WATCH within MULTI
      Given a client sends MULTI
      When the client sends WATCH "a"
      Then the reply is the error "ERR WATCH inside MULTI is not allowed" or the error "ERR Command not allowed inside a transaction"

    @WATCH-16
    Scenario: WATCH without a key is an error
      When a client sends WATCH
      Then the reply is an error

    @WATCH-17
    Scenario: In RESP3 an EXEC that did nothing answers null
      Given "a" holds "1"
      And a client sends HELLO 3
      And the client sends WATCH "a"
      And another client sends SET "a" "2"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null of RESP3

  Rule: Random commands about transactions: each reply follows from the commands before it
    https://redis.io/docs/latest/develop/interact/transactions/

    @RANDOM-19
    Scenario: Random commands about transactions
      When three clients take turns sending up to 600 random commands of the area transactions
      Then every reply is one that the rules allow

    @RANDOM-20 @exact
    Scenario: Random commands about transactions, and errors as Redis words them
      When three clients take turns sending up to 600 random commands of the area transactions
      Then every reply is the one that Redis gives
