package names

import (
	"unicode"
	"unicode/utf8"
)

const (
	hashSeed  = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
	mixPrime  = 0xd6e8feb86659fd93
)

// hashBytes is FNV-1a.
func hashBytes(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

// hashLower hashes a word in lower case, without making it.
func hashLower(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint64(c)) * hashPrime
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '’' {
			r = '\''
		}
		h = hashRune(h, unicode.ToLower(r))
		i += size
	}
	return h
}

func hashRune(h uint64, r rune) uint64 {
	var buffer [utf8.UTFMax]byte
	for _, c := range buffer[:utf8.EncodeRune(buffer[:], r)] {
		h = (h ^ uint64(c)) * hashPrime
	}
	return h
}

// mix makes one hash of two; order matters.
func mix(a, b uint64) uint64 {
	x := (a ^ (a >> 29)) * mixPrime
	x = (x + b) * 0x9e3779b97f4a7c15
	return x ^ x>>32
}
