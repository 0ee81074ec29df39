@step5 @transactions
Feature: Transactions
  After MULTI, the server queues commands instead of carrying them out. EXEC carries out all of them, and no command of
  another client comes between them. After WATCH, EXEC does so only if the watched keys have not changed. Nothing is
  rolled back: if one command fails in EXEC, the others still take effect.

  Rule: MULTI starts a queue of commands, and EXEC carries them out and replies with one array
    https://redis.io/docs/latest/develop/interact/transactions/

    @TX-01
    Scenario: EXEC carries out the queued commands
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
    Scenario: EXEC of an empty transaction replies with an empty array
      Given a client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @TX-03
    Scenario: Queued commands have no effect before EXEC
      Given "a" holds "old"
      And a client sends MULTI
      And the client sends SET "a" "new"
      When another client sends GET "a"
      Then the reply is "old"

    @TX-04
    Scenario: Other clients see the changes after EXEC
      Given a client sends MULTI
      And the client sends SET "a" "new"
      And the client sends EXEC
      When another client sends GET "a"
      Then the reply is "new"

    @TX-05
    Scenario: After EXEC, commands are carried out immediately again
      Given a client sends MULTI
      And the client sends EXEC
      When the client sends INCR "n"
      Then the reply is the integer 1

    @TX-06
    Scenario: MULTI does not queue the commands of another client
      Given a client sends MULTI
      When another client sends INCR "n"
      Then the reply is the integer 1

    @TX-07
    Scenario: Queued commands are dropped when the client disconnects before EXEC
      Given "a" holds "old"
      And a client sends MULTI
      And the client sends SET "a" "new"
      And the client disconnects
      When another client sends GET "a"
      Then the reply is "old"

    @TX-08
    Scenario: No command of another client runs during EXEC
      When a client sends these commands together:
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
      And the client sends EXEC
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
    Scenario: A queued command keeps all its arguments, many or long
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
    Scenario: MULTI and EXEC work in lower case
      When a client sends these commands together:
        | multi    |
        | incr "n" |
        | exec     |
      Then the replies are:
        | OK     |
        | QUEUED |
        | [1]    |

    @TX-10
    Scenario: In RESP3, the array of EXEC contains RESP3 replies
      Given a client sends HELLO 3
      And the client sends MULTI
      And the client sends GET "nothing"
      When the client sends EXEC
      Then the reply is [the null of RESP3]

    @TX-12
    Scenario: Commands of many kinds can be queued
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

  Rule: If a command fails in EXEC, the other commands still take effect
    https://redis.io/docs/latest/develop/interact/transactions/#errors-inside-a-transaction

    @TXERROR-01
    Scenario: EXEC carries out the commands before and after a failing one
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
    Scenario: A failing command does not undo an earlier command
      Given a client sends MULTI
      And the client sends SET "a" "one"
      And the client sends INCR "a"
      And the client sends EXEC
      When another client sends GET "a"
      Then the reply is "one"

  Rule: If a command cannot be queued, EXEC carries out nothing
    https://redis.io/docs/latest/develop/interact/transactions/#errors-inside-a-transaction

    @TXERROR-03
    Scenario Outline: <command> after MULTI is an error, and so is EXEC
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
    Scenario: The error of EXEC after a queueing error, word for word
      Given a client sends MULTI
      And the client sends GET
      When the client sends EXEC
      Then the reply is the error "EXECABORT Transaction discarded because of previous errors."

    @TXERROR-05
    Scenario: After a failed EXEC, the next transaction works
      When a client sends MULTI
      And the client sends GET
      And the client sends EXEC
      And the client sends these commands together:
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
    Scenario: Commands after a queueing error are queued but not carried out
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

  Rule: DISCARD drops the queued commands
    https://redis.io/docs/latest/commands/discard/

    @DISCARD-01
    Scenario: Commands queued before DISCARD are not carried out
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
    Scenario: DISCARD also clears a queueing error
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
    Scenario: RESET discards the transaction
      Given a client sends MULTI
      And the client sends RESET
      When the client sends INCR "n"
      Then the reply is the integer 1

  Rule: Transactions cannot be nested, and EXEC and DISCARD need a MULTI
    https://redis.io/docs/latest/commands/multi/

    @NEST-01
    Scenario: MULTI in a transaction is an error, and the transaction continues
      In Valkey 8 the error aborts the transaction.

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
    Scenario: The error of MULTI in a transaction, word for word
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
    Scenario Outline: The error of <command> without MULTI, word for word
      When a client sends <command>
      Then the reply is the error "ERR <command> without MULTI"

      Examples:
        | command |
        | EXEC    |
        | DISCARD |

    @NEST-05 @exact
    Scenario Outline: The error of <command> with an argument, word for word
      When a client sends <command> "x"
      Then the reply is the error "<error>"

      Examples:
        | command | error                                                                                    |
        | MULTI   | ERR wrong number of arguments for 'multi' command                                        |
        | EXEC    | EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command |
        | DISCARD | ERR wrong number of arguments for 'discard' command                                      |
        | UNWATCH | ERR wrong number of arguments for 'unwatch' command                                      |

    @NEST-06
    Scenario: EXEC with an argument ends the transaction
      Given a client sends MULTI
      And the client sends EXEC "x"
      When the client sends PING
      Then the reply is PONG

  Rule: After WATCH, EXEC does nothing if a watched key has changed
    https://redis.io/docs/latest/develop/interact/transactions/#optimistic-locking-using-check-and-set

    @WATCH-01
    Scenario: EXEC works when the watched key has not changed
      Given "a" holds "1"
      When a client sends WATCH "a"
      And the client sends these commands together:
        | MULTI    |
        | INCR "a" |
        | EXEC     |
      Then the replies are:
        | OK     |
        | OK     |
        | QUEUED |
        | [2]    |

    @WATCH-02
    Scenario: EXEC does nothing when another client has changed the key
      Given "a" holds "1"
      When a client sends WATCH "a"
      And another client sends SET "a" "5"
      And the client sends these commands together:
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
    Scenario: EXEC does nothing when the key changes after MULTI
      Given "a" holds "1"
      And a client sends WATCH "a"
      And the client sends MULTI
      And the client sends INCR "a"
      And another client sends INCR "a"
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-04
    Scenario Outline: <command> counts as a change
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
    Scenario Outline: <command> does not count as a change
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
    Scenario: A change by the watching client itself counts
      Given "a" holds "1"
      And a client sends WATCH "a"
      And the client sends SET "a" "2"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-07
    Scenario: A key that was created and deleted counts as changed
      Given a client sends WATCH "a"
      And another client sends SET "a" "1"
      And the other client sends DEL "a"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-08
    Scenario: EXEC unwatches the keys
      Given "a" holds "1"
      And a client sends WATCH "a"
      And the client sends MULTI
      And the client sends EXEC
      And another client sends SET "a" "2"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-09
    Scenario: An EXEC that did nothing also unwatches the keys
      Given "a" holds "1"
      And a client sends WATCH "a"
      And another client sends SET "a" "2"
      And the client sends MULTI
      And the client sends EXEC
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-10
    Scenario Outline: <command> unwatches the keys
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
    Scenario: UNWATCH unwatches the keys
      Given "a" holds "1"
      And a client sends WATCH "a"
      And another client sends SET "a" "2"
      And the client sends UNWATCH
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-12
    Scenario: A key that expires after WATCH counts as changed
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client sends WATCH "a"
      And the lifetime of "a" is over
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-13
    Scenario: A key that expired before WATCH does not count as changed
      Given "a" holds "1"
      And "a" expires in 1 second
      And the lifetime of "a" is over
      And a client sends WATCH "a"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is []

    @WATCH-18
    Scenario: Setting the same lifetime again counts as a change
      Given "a" holds "1"
      And a client sends EXPIREAT "a" 4102444800
      And the client sends WATCH "a"
      And another client sends EXPIREAT "a" 4102444800
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-19
    Scenario: Removing the lifetime counts as a change
      Given "a" holds "1"
      And "a" expires in 100 seconds
      And a client sends WATCH "a"
      And another client sends PERSIST "a"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-29
    Scenario: A SET whose lifetime is already over counts as a change in Redis, and not in Valkey
      There was no such key before, and there is none after it.

      Given a client sends WATCH "a"
      And another client sends SET "a" "1" PXAT 1
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array or []

    @WATCH-20
    Scenario: WATCH accepts ten keys
      Given a client sends WATCH "a" "b" "c" "d" "e" "f" "g" "h" "i" "j"
      And another client sends SET "j" "1"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-21
    Scenario: A key that expires between MULTI and EXEC counts as changed
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client sends WATCH "a"
      And the client sends MULTI
      And the client sends INCR "a"
      And the lifetime of "a" is over
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-22
    Scenario: A change by another client's EXEC counts
      Given a client sends WATCH "a"
      And another client sends MULTI
      And the other client sends SET "a" "1"
      And the other client sends EXEC
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-23
    Scenario: A second WATCH keeps the keys of the first
      Given a client sends WATCH "a"
      And the client sends WATCH "b"
      And another client sends SET "a" "1"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-24
    Scenario: Reading a missing watched key does not count as a change
      When a client sends WATCH "a"
      And the client sends GET "a"
      And the client sends these commands together:
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
    Scenario: A change affects every client that watches the key
      Given a client sends WATCH "a"
      And a second client sends WATCH "a"
      And another client sends SET "a" "1"
      And the second client sends MULTI
      When the second client sends EXEC
      Then the reply is the null array

    @WATCH-26
    Scenario Outline: <command> without MULTI does not unwatch the keys
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
    Scenario: UNWATCH in a transaction is queued, which is too late
      When a client sends WATCH "a"
      And another client sends SET "a" "1"
      And the client sends MULTI
      And the client sends UNWATCH
      And the client sends EXEC
      Then the replies are:
        | OK             |
        | OK             |
        | QUEUED         |
        | the null array |

    @WATCH-28 @alone
    Scenario: FLUSHALL counts as a change of an existing key
      Given "a" holds "1"
      And a client sends WATCH "a"
      And another client sends FLUSHALL
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null array

    @WATCH-14
    Scenario: WATCH in a transaction is an error, and the transaction continues
      In Valkey 8 the error aborts the transaction.

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
    Scenario: The error of WATCH in a transaction, word for word
      Given a client sends MULTI
      When the client sends WATCH "a"
      Then the reply is the error "ERR WATCH inside MULTI is not allowed" or the error "ERR Command not allowed inside a transaction"

    @WATCH-16
    Scenario: WATCH without a key is an error
      When a client sends WATCH
      Then the reply is an error

    @WATCH-17
    Scenario: In RESP3, an EXEC that did nothing replies with the null of RESP3
      Given "a" holds "1"
      And a client sends HELLO 3
      And the client sends WATCH "a"
      And another client sends SET "a" "2"
      And the client sends MULTI
      When the client sends EXEC
      Then the reply is the null of RESP3

  Rule: Each reply in a transaction follows from the commands before it
    https://redis.io/docs/latest/develop/interact/transactions/

    @RANDOM-19
    Scenario: Random commands of the area transactions
      When three clients take turns sending up to 600 random commands of the area transactions
      Then every reply is one that the rules allow

    @RANDOM-20 @exact
    Scenario: Random commands of the area transactions, with errors word for word
      When three clients take turns sending up to 600 random commands of the area transactions
      Then every reply is the one that Redis gives
