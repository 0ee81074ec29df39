@step5 @metrics
Feature: Metrics in INFO
  INFO replies with text for people and programs, with one line for each number. The numbers have to be true. These
  scenarios cause a change, and the number has to follow. Scenarios that expect an exact count run alone, because every
  client changes the counts.

  Rule: INFO replies with sections of text, with one line for each field
    https://redis.io/docs/latest/commands/info/

    @INFO-01
    Scenario Outline: INFO has the section <section>
      When a client sends INFO
      Then the reply is a text with "# <section>\r\n"

      Examples:
        | section  |
        | Server   |
        | Clients  |
        | Memory   |
        | Stats    |
        | Keyspace |

    @INFO-02
    Scenario Outline: INFO has the line <line>
      When a client sends INFO
      Then the reply is <text>

      Examples:
        | line                       | text                                                                    |
        | redis_version              | a text with "\x0D\x0Aredis_version:"                                    |
        | redis_mode or server_mode  | a text with "\x0D\x0Aredis_mode:" or a text with "\x0D\x0Aserver_mode:" |
        | process_id                 | a text with "\x0D\x0Aprocess_id:"                                       |
        | tcp_port                   | a text with "\x0D\x0Atcp_port:"                                         |
        | uptime_in_seconds          | a text with "\x0D\x0Auptime_in_seconds:"                                |
        | connected_clients          | a text with "\x0D\x0Aconnected_clients:"                                |
        | used_memory                | a text with "\x0D\x0Aused_memory:"                                      |
        | total_connections_received | a text with "\x0D\x0Atotal_connections_received:"                       |
        | total_commands_processed   | a text with "\x0D\x0Atotal_commands_processed:"                         |
        | instantaneous_ops_per_sec  | a text with "\x0D\x0Ainstantaneous_ops_per_sec:"                        |
        | expired_keys               | a text with "\x0D\x0Aexpired_keys:"                                     |
        | keyspace_hits              | a text with "\x0D\x0Akeyspace_hits:"                                    |
        | keyspace_misses            | a text with "\x0D\x0Akeyspace_misses:"                                  |

    @INFO-03
    Scenario: INFO clients contains the section Clients
      When a client sends INFO clients
      Then the reply is a text with "# Clients\r\nconnected_clients:"

    @INFO-04
    Scenario: INFO clients omits other sections
      When a client sends INFO clients
      Then the reply is a text without "redis_version"

    @INFO-05
    Scenario: INFO ignores the case of a section's name
      When a client sends INFO STATS
      Then the reply is a text with "total_commands_processed:"

    @INFO-06
    Scenario: INFO accepts several section names
      When a client sends INFO clients memory
      Then the reply is a text with "\r\n\r\n# Memory\r\nused_memory:"

    @INFO-07
    Scenario: INFO with an unknown section replies with an empty string
      When a client sends INFO nosuchsection
      Then the reply is ""

    @INFO-08
    Scenario Outline: INFO <section> contains the section Stats
      When a client sends INFO <section>
      Then the reply is a text with "# Stats\r\n"

      Examples:
        | section    |
        | default    |
        | all        |
        | everything |

    @INFO-09
    Scenario: In RESP3, INFO replies with text
      Given a client sends HELLO 3
      When the client sends INFO server
      Then the reply is a text with "# Server\r\nredis_version:"

  Rule: INFO counts clients and connections
    https://redis.io/docs/latest/commands/info/

    @METRIC-01 @alone
    Scenario: connected_clients rises by 1 when a client connects
      Given a client remembers "connected_clients" of INFO
      When another client sends PING
      Then "connected_clients" of INFO is exactly 1 higher

    @METRIC-02 @alone
    Scenario: connected_clients falls by 1 when a client disconnects
      Given another client sends PING
      And a client remembers "connected_clients" of INFO
      When the other client disconnects
      Then "connected_clients" of INFO is exactly 1 lower

    @METRIC-03 @alone
    Scenario: total_connections_received counts closed connections, too
      Given a client remembers "total_connections_received" of INFO
      When 20 clients, one after another, each send PING once
      Then "total_connections_received" of INFO is exactly 20 higher

  Rule: INFO counts commands
    https://redis.io/docs/latest/commands/info/

    @METRIC-04
    Scenario: total_commands_processed counts each command
      Given a client remembers "total_commands_processed" of INFO
      When the client sends PING 300 times without reading
      Then the client receives PONG 300 times
      And "total_commands_processed" of INFO is at least 300 higher

    @METRIC-05 @alone
    Scenario: total_commands_processed counts each command only once
      Given a client remembers "total_commands_processed" of INFO
      When the client sends PING 300 times without reading
      Then the client receives PONG 300 times
      And "total_commands_processed" of INFO is at most 450 higher

    @METRIC-06 @alone
    Scenario: instantaneous_ops_per_sec shows recent commands
      When a client sends PING 4000 times without reading
      Then the client receives PONG 4000 times
      And "instantaneous_ops_per_sec" of INFO is at least 1

  Rule: INFO counts each key that is read as a hit or a miss
    https://redis.io/docs/latest/commands/info/

    @METRIC-07 @alone
    Scenario: GET of an existing key counts as a hit
      Given "a" holds "1"
      And a client remembers "keyspace_hits" of INFO
      When the client sends GET "a"
      Then "keyspace_hits" of INFO is exactly 1 higher

    @METRIC-08 @alone
    Scenario: GET of a missing key counts as a miss
      Given a client remembers "keyspace_misses" of INFO
      When the client sends GET "nothing"
      Then "keyspace_misses" of INFO is exactly 1 higher

    @METRIC-09 @alone
    Scenario: MGET counts a hit for each key that it finds
      Given "a" holds "1"
      And a client remembers "keyspace_hits" of INFO
      When the client sends MGET "a" "nothing" "a"
      Then "keyspace_hits" of INFO is exactly 2 higher

    @METRIC-26 @alone
    Scenario: EXISTS counts a hit for each key that it finds
      Given "a" holds "1"
      And a client remembers "keyspace_hits" of INFO
      When the client sends EXISTS "a" "nothing" "a"
      Then "keyspace_hits" of INFO is exactly 2 higher

    @METRIC-10 @alone
    Scenario: SET of a missing key does not count as a miss
      Given a client remembers "keyspace_misses" of INFO
      When the client sends SET "a" "1"
      Then "keyspace_misses" of INFO is unchanged

    @METRIC-11 @alone
    Scenario: GET of an expired key counts as a miss
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client remembers "keyspace_misses" of INFO
      And the lifetime of "a" is over
      When the client sends GET "a"
      Then "keyspace_misses" of INFO is exactly 1 higher

  Rule: INFO counts keys that expire
    https://redis.io/docs/latest/commands/info/

    @METRIC-12
    Scenario: expired_keys counts keys that expire without being read
      Given a client remembers "expired_keys" of INFO
      When the client stores 50 keys that expire in 1 second
      Then "expired_keys" of INFO is at least 50 higher

    @METRIC-13 @alone
    Scenario: expired_keys counts an expired key only once
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 1 second
      And the client remembers "expired_keys" of INFO
      And the lifetime of "a" is over
      When the client sends GET "a"
      Then "expired_keys" of INFO is exactly 1 higher

    @METRIC-14 @alone
    Scenario: expired_keys does not count a key removed by DEL
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 100 seconds
      And the client remembers "expired_keys" of INFO
      When the client sends DEL "a"
      Then "expired_keys" of INFO is unchanged

  Rule: The section Keyspace counts all keys and the keys with a lifetime
    https://redis.io/docs/latest/commands/info/

    @METRIC-15 @alone
    Scenario: The line db0 counts all keys and the keys with a lifetime
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "b" holds "2"
      When the client sends EXPIRE "b" 100
      Then "db0:keys" of INFO is exactly 2
      And "db0:expires" of INFO is exactly 1

    @METRIC-16 @alone
    Scenario: INFO keyspace has no line db0 when there are no keys
      Given a client sends FLUSHALL
      When the client sends INFO keyspace
      Then the reply is "# Keyspace\r\n"

    @METRIC-17 @alone
    Scenario: A key that SET makes permanent no longer counts in expires
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 100 seconds
      When the client sends SET "a" "2"
      Then "db0:keys" of INFO is exactly 1
      And "db0:expires" of INFO is exactly 0

  Rule: INFO reports the memory and the uptime of the server
    https://redis.io/docs/latest/commands/info/

    @METRIC-18 @alone
    Scenario: used_memory grows when a value is stored
      Given a client sends FLUSHALL
      And the client remembers "used_memory" of INFO
      When the client sends SET "large" 3000000 bytes
      Then "used_memory" of INFO is at least 3000000 higher

    @METRIC-19 @alone
    Scenario: used_memory falls again when a value is deleted
      Given a client sends FLUSHALL
      And the client remembers "used_memory" of INFO
      And the client sends SET "large" 3000000 bytes
      When the client sends DEL "large"
      Then "used_memory" of INFO is at most 2000000 higher
