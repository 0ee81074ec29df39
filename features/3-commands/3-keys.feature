@step3
Feature: Keys
  A key is the name of a value. People like readable names such as `user:1000:visits`, but for Redis a key is a string
  of bytes, like a value: any bytes, and any number of them. The colons have no meaning for Redis.

  Rule: Two keys are the same only if all their bytes are the same
    https://redis.io/docs/latest/develop/using-commands/keyspace/#content-of-keys
    Two different keys can have the same hash code: `FB` and `Ea` do in Java, and `listen` and `silent` do if a hash code only adds
    up the letters. So a server still has to compare the keys.

    @KEY-01
    Scenario Outline: <one> and <other> are two keys
      Given <one> holds "first"
      And <other> holds "second"
      When a client sends GET <one>
      Then the reply is "first"

      Examples:
        | one            | other          |
        | "fruit"        | "FRUIT"        |
        | "fruit"        | "fruit "       |
        | "user:1"       | "user:10"      |
        | "1"            | "01"           |
        | "a\0b"         | "a\0c"         |
        | "\xFE"         | "\xFF"         |
        | "a\x0D\x0Ab" | "a\x0D\x0Ac" |
        | "listen"       | "silent"       |
        | "FB"           | "Ea"           |

    @KEY-09
    Scenario Outline: "user:10" is not found under <another>
      Given "user:10" holds "Ada"
      When a client sends GET <another>
      Then the reply is null

      Examples:
        | another    |
        | "user:1"   |
        | "user:100" |
        | "user:*"   |

  Rule: The number of keys is not limited
    https://redis.io/docs/latest/develop/get-started/faq/

    @KEY-10
    Scenario: Each of 5000 keys keeps its value
      When a client sets 5000 keys, each to a value of its own
      Then each of these 5000 keys holds its own value

  Rule: Every string of bytes can be a key
    https://redis.io/docs/latest/develop/using-commands/keyspace/#content-of-keys

    @KEY-02
    Scenario: A key can hold a line end
      Given "one\r\ntwo" holds "three"
      When a client sends GET "one\r\ntwo"
      Then the reply is "three"

    @KEY-03
    Scenario: A key can be written in any script
      Given "キー" holds "key"
      When a client sends GET "キー"
      Then the reply is "key"

    @KEY-04
    Scenario: A key can hold all 256 byte values
      Given all 256 bytes holds "all"
      When a client sends GET all 256 bytes
      Then the reply is "all"

    @KEY-05
    Scenario: A key can be empty
      Given "" holds "nameless"
      When a client sends GET ""
      Then the reply is "nameless"

    @KEY-06
    Scenario: Long keys with the same beginning are different keys
      Given 10000 bytes holds "long"
      And 10001 bytes holds "longer"
      When a client sends GET 10000 bytes
      Then the reply is "long"

  Rule: No key has a special meaning
    https://redis.io/docs/latest/develop/using-commands/keyspace/#content-of-keys
    If a server keeps its keys as the properties of a JavaScript object, some keys exist before they are set.

    @KEY-07
    Scenario: A key may be named `__proto__`
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $9\r\n
        __proto__\r\n
        $3\r\n
        key\r\n
        *2\r\n
        $3\r\n
        GET\r\n
        $9\r\n
        __proto__\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $3\r\n
        key\r\n
        """

    @KEY-08
    Scenario: A key that looks like a number is kept as it was written
      Some languages turn the keys of their tables into numbers, so that these two become the same key.
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $7\r\n
        3000801\r\n
        $5\r\n
        first\r\n
        *3\r\n
        $3\r\n
        SET\r\n
        $8\r\n
        03000801\r\n
        $6\r\n
        second\r\n
        *2\r\n
        $3\r\n
        GET\r\n
        $7\r\n
        3000801\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        +OK\r\n
        $5\r\n
        first\r\n
        """

    @KEY-11
    Scenario: A key may be named 0
      In some languages 0 is false, and a key of that name is mistaken for a missing key.
      When a client sends the bytes:
        """
        *3\r\n
        $3\r\n
        SET\r\n
        $1\r\n
        0\r\n
        $4\r\n
        zero\r\n
        *2\r\n
        $3\r\n
        GET\r\n
        $1\r\n
        0\r\n
        """
      Then the bytes received are:
        """
        +OK\r\n
        $4\r\n
        zero\r\n
        """
