package page

import "sync"

// memory is a cache that forgets what was not asked for lately. It keeps two
// generations: what is used moves to the young one, and when that is full it
// becomes the old one, whose place it takes.
type memory[K comparable, V any] struct {
	mu         sync.Mutex
	young, old map[K]remembered[V]
	weight     int // of the young
	limit      int
}

type remembered[V any] struct {
	value  V
	weight int
}

// get returns what is kept under a key.
func (m *memory[K, V]) get(key K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if k, ok := m.young[key]; ok {
		return k.value, true
	}
	k, ok := m.old[key]
	if ok {
		m.add(key, k)
	}
	return k.value, ok
}

// put keeps a value of some weight. Values that weigh less than the limit
// together are all kept; those kept never weigh more than twice as much.
func (m *memory[K, V]) put(key K, v V, weight int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.add(key, remembered[V]{v, weight})
}

func (m *memory[K, V]) add(key K, k remembered[V]) {
	if k.weight > m.limit {
		return
	}
	if m.young == nil || m.weight+k.weight > m.limit {
		m.young, m.old, m.weight = map[K]remembered[V]{}, m.young, 0
	}
	m.young[key] = k
	m.weight += k.weight
}

// bound sets another limit, for what is put in from now on.
func (m *memory[K, V]) bound(limit int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.limit = limit
}

func (m *memory[K, V]) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.young, m.old, m.weight = nil, nil, 0
}
