@step5 @metrics
Feature: Corner cases of INFO
  The uptime, and counts that are easy to get nearly right.

  Rule: Only a missing key counts as a miss
    https://redis.io/docs/latest/commands/info/

    @METRIC-24 @alone
    Scenario: GET of an existing key does not count as a miss
      Given "a" holds "1"
      And a client remembers "keyspace_misses" of INFO
      When the client sends GET "a"
      Then "keyspace_misses" of INFO is unchanged

  Rule: FLUSHALL resets the counts of the section Keyspace
    https://redis.io/docs/latest/commands/info/

    @METRIC-25 @alone
    Scenario: FLUSHALL also resets the count of keys with a lifetime
      Given a client sends FLUSHALL
      And "a" holds "1"
      And "a" expires in 100 seconds
      And the client sends FLUSHALL
      And "b" holds "2"
      When the client sends EXPIRE "b" 100
      Then "db0:keys" of INFO is exactly 1
      And "db0:expires" of INFO is exactly 1

  Rule: The uptime of the server grows, in seconds and in days
    https://redis.io/docs/latest/commands/info/

    @METRIC-20
    Scenario: uptime_in_seconds grows
      Given a client remembers "uptime_in_seconds" of INFO
      When the client sends PING
      Then "uptime_in_seconds" of INFO is at least 1 higher

    @METRIC-22
    Scenario: uptime_in_seconds counts in seconds
      Given "a" holds "1"
      And "a" expires in 1 second
      And a client remembers "uptime_in_seconds" of INFO
      When the lifetime of "a" is over
      Then "uptime_in_seconds" of INFO is at most 60 higher

    @METRIC-21 @alone
    Scenario: uptime_in_seconds is at most thirty years
      When a client sends PING
      Then "uptime_in_seconds" of INFO is at most 946080000

    @METRIC-23 @alone
    Scenario: uptime_in_days is at most 10000
      When a client sends PING
      Then "uptime_in_days" of INFO is at most 10000
