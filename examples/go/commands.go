package main

import (
	"fmt"
	"math"
	"strings"
)

const notAnInteger = "-ERR value is not an integer or out of range\r\n"

type command struct {
	fewest, most int
	run          func(keys *keyspace, arguments []string) string
}

var commands = map[string]command{
	"ping":   {0, 1, ping},
	"get":    {1, 1, get},
	"set":    {2, maxArguments, set},
	"incr":   {1, 1, incr},
	"expire": {2, maxArguments, expire},
	"ttl":    {1, 1, ttl},
}

// execute checks the name, then the number of arguments, then the arguments: the order of Redis.
func execute(keys *keyspace, name string, arguments []string) string {
	lower := strings.ToLower(name)
	command, known := commands[lower]
	switch {
	case !known:
		return unknown(name, arguments)
	case len(arguments) < command.fewest || len(arguments) > command.most:
		return fmt.Sprintf("-ERR wrong number of arguments for '%s' command\r\n", lower)
	}
	keys.Lock()
	defer keys.Unlock()
	return command.run(keys, arguments)
}

func unknown(name string, arguments []string) string {
	shown := ""
	for _, argument := range arguments {
		if len(shown) >= 128 {
			break
		}
		shown += "'" + cut(argument, 128-len(shown)) + "' "
	}
	text := fmt.Sprintf("unknown command '%s', with args beginning with: %s", cut(name, 128), shown)
	return "-ERR " + strings.NewReplacer("\r", " ", "\n", " ").Replace(text) + "\r\n"
}

// Quotes a word as Redis does: a C string ends at a zero byte.
func cut(text string, most int) string {
	text, _, _ = strings.Cut(text, "\x00")
	if len(text) > most {
		return text[:most]
	}
	return text
}

func ping(_ *keyspace, arguments []string) string {
	if len(arguments) == 1 {
		return bulk(arguments[0])
	}
	return "+PONG\r\n"
}

func get(keys *keyspace, arguments []string) string {
	if entry := keys.live(arguments[0]); entry != nil {
		return bulk(entry.value)
	}
	return "$-1\r\n"
}

func set(keys *keyspace, arguments []string) string {
	if len(arguments) > 2 {
		return "-ERR syntax error\r\n"
	}
	keys.entries[arguments[0]] = &entry{value: arguments[1]}
	return "+OK\r\n"
}

func incr(keys *keyspace, arguments []string) string {
	counter := keys.live(arguments[0])
	if counter == nil {
		counter = &entry{value: "0"}
	}
	number, ok := integer(counter.value)
	if !ok {
		return notAnInteger
	}
	if number == math.MaxInt64 {
		return "-ERR increment or decrement would overflow\r\n"
	}
	counter.value = fmt.Sprint(number + 1)
	keys.entries[arguments[0]] = counter
	return fmt.Sprintf(":%d\r\n", number+1)
}

func expire(keys *keyspace, arguments []string) string {
	seconds, ok := integer(arguments[1])
	switch {
	case !ok:
		return notAnInteger
	case len(arguments) > 2:
		return "-ERR Unsupported option " + arguments[2] + "\r\n"
	case seconds > (math.MaxInt64-now())/1000 || seconds < math.MinInt64/1000:
		return "-ERR invalid expire time in 'expire' command\r\n"
	}
	entry := keys.live(arguments[0])
	if entry == nil {
		return ":0\r\n"
	}
	entry.hasEnd, entry.end = true, now()+seconds*1000
	return ":1\r\n"
}

func ttl(keys *keyspace, arguments []string) string {
	entry := keys.live(arguments[0])
	switch {
	case entry == nil:
		return ":-2\r\n"
	case !entry.hasEnd:
		return ":-1\r\n"
	}
	return fmt.Sprintf(":%d\r\n", (entry.end-now()+500)/1000)
}

func bulk(value string) string {
	return fmt.Sprintf("$%d\r\n%s\r\n", len(value), value)
}
