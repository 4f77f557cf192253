package page

import "sync"

// cacheMax bounds what laid-out parts may take, in bytes: some hundred screens.
const cacheMax = 8 << 20

type partKey struct{ block, part int }

// cache keeps what was laid out, up to a number of bytes. It forgets by
// generations: what was not asked for since half of the room was filled goes.
// Safe for concurrent use.
type cache struct {
	mu       sync.Mutex
	max      int
	size     int // bytes of the young
	young    map[partKey]*laid
	previous map[partKey]*laid
}

func newCache(max int) *cache {
	return &cache{max: max, young: map[partKey]*laid{}}
}

func (c *cache) get(k partKey) *laid {
	c.mu.Lock()
	defer c.mu.Unlock()
	if l := c.young[k]; l != nil {
		return l
	}
	l := c.previous[k]
	if l != nil {
		delete(c.previous, k)
		c.keep(k, l)
	}
	return l
}

func (c *cache) put(k partKey, l *laid) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young[k] == nil {
		c.keep(k, l)
	}
}

func (c *cache) keep(k partKey, l *laid) {
	if c.size += l.size; c.size > c.max/2 {
		c.previous, c.young, c.size = c.young, map[partKey]*laid{}, l.size
	}
	c.young[k] = l
}

// part returns a part laid out.
func (p *Page) part(block, part int) *laid {
	k := partKey{block, part}
	if l := p.cache.get(k); l != nil {
		return l
	}
	l := p.lay.part(block, part)
	p.cache.put(k, l)
	return l
}
