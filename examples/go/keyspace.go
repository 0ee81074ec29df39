package main

import (
	"sync"
	"time"
)

// An entry is a value and perhaps the end of its lifetime, in milliseconds since 1970.
type entry struct {
	value  string
	hasEnd bool
	end    int64
}

// The caller must lock a keyspace for as long as a command takes, so that the command happens as a whole or not at all.
type keyspace struct {
	sync.Mutex
	entries map[string]*entry
}

func newKeyspace() *keyspace {
	return &keyspace{entries: map[string]*entry{}}
}

// live returns nil if there is no such key, or its lifetime is over. Expired keys that no client uses again stay in memory.
func (keys *keyspace) live(key string) *entry {
	found := keys.entries[key]
	if found != nil && found.hasEnd && found.end <= now() {
		delete(keys.entries, key)
		return nil
	}
	return found
}

func now() int64 { return time.Now().UnixMilli() }
