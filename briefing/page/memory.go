package page

import "sync"

// memory is a cache that keeps all that one composition asks for, and some of what
// the last ones did. It has two generations: what is used moves to the young one,
// and when that is full it becomes the old one, whose place it takes.
type memory[K comparable, V any] struct {
	mu         sync.Mutex
	young, old map[K]remembered[V]
	weight     int // of the young
	asked      int // weight of what this composition asked for, so far
	limit      int // of the young, unless this composition asks for more
	spare      int // what may be kept beyond what a composition asks for
}

func newMemory[K comparable, V any](spare int) memory[K, V] {
	return memory[K, V]{limit: spare, spare: spare}
}

type remembered[V any] struct {
	value  V
	weight int
}

// get returns what is kept under a key.
func (m *memory[K, V]) get(key K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k, ok := m.young[key]
	if ok {
		m.asked += k.weight
		return k.value, true
	}
	if k, ok = m.old[key]; ok {
		m.add(key, k)
	}
	return k.value, ok
}

// put keeps a value of some weight.
func (m *memory[K, V]) put(key K, v V, weight int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.add(key, remembered[V]{v, weight})
}

func (m *memory[K, V]) add(key K, k remembered[V]) {
	m.asked += k.weight
	if m.young == nil || m.weight+k.weight > max(m.limit, m.asked) {
		m.young, m.old, m.weight = map[K]remembered[V]{}, m.young, 0
	}
	m.young[key] = k
	m.weight += k.weight
}

// composed ends a composition. What the next asks for will mostly be the same.
func (m *memory[K, V]) composed() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.limit, m.asked = m.asked+m.asked/4+m.spare, 0
}

func (m *memory[K, V]) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.young, m.old, m.weight = nil, nil, 0
}
