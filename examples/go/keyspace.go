package main

import (
	"sync"
	"time"
)

// An entry is a value and, for some, the moment in milliseconds when it is gone.
type entry struct {
	value  string
	hasEnd bool
	end    int64
}

// A keyspace is to be locked by whoever uses it, for as long as a command takes: a command happens at once or not at all.
type keyspace struct {
	sync.Mutex
	entries map[string]*entry
}

func newKeyspace() *keyspace {
	return &keyspace{entries: map[string]*entry{}}
}

// live returns nil where there is no such key, or its lifetime is over. Keys that nobody asks for stay in memory.
func (keys *keyspace) live(key string) *entry {
	found := keys.entries[key]
	if found != nil && found.hasEnd && found.end <= now() {
		delete(keys.entries, key)
		return nil
	}
	return found
}

func now() int64 { return time.Now().UnixMilli() }
