package page

import "sync"

// cacheMax bounds what laid-out parts may take, in bytes: some hundred screens.
const cacheMax = 8 << 20

// wordsMax bounds what the words of parts may take: some eight screens.
const wordsMax = 1 << 20

type partKey struct{ block, part int }

// cache keeps what was made of parts, up to a number of bytes. It forgets by
// generations: what was not asked for since half of the room was filled goes.
// Safe for concurrent use.
type cache[T interface{ bytes() int }] struct {
	mu       sync.Mutex
	max      int
	size     int // bytes of the young
	young    map[partKey]T
	previous map[partKey]T
}

func newCache[T interface{ bytes() int }](max int) *cache[T] {
	return &cache[T]{max: max, young: map[partKey]T{}}
}

func (c *cache[T]) get(k partKey) (made T, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if made, ok = c.young[k]; ok {
		return made, true
	}
	if made, ok = c.previous[k]; ok {
		delete(c.previous, k)
		c.keep(k, made)
	}
	return made, ok
}

func (c *cache[T]) put(k partKey, made T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.young[k]; !ok {
		c.keep(k, made)
	}
}

func (c *cache[T]) keep(k partKey, made T) {
	if c.size += made.bytes(); c.size > c.max/2 {
		c.previous, c.young, c.size = c.young, map[partKey]T{}, made.bytes()
	}
	c.young[k] = made
}

// part returns a part laid out.
func (p *Page) part(block, part int) *laid {
	k := partKey{block, part}
	if l, ok := p.cache.get(k); ok {
		return l
	}
	l := p.lay.part(block, part)
	p.cache.put(k, l)
	return l
}
