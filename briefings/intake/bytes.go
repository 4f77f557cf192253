package intake

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// decodeBytes checks size and encoding and returns the text.
func decodeBytes(data []byte, name string, o Options) (string, error) {
	limit := o.Max
	if limit == 0 {
		limit = DefaultMax
	}
	switch {
	case len(data) > limit:
		return "", &Error{name, fmt.Sprintf("%.1f MB is more than the limit of %.1f MB", mb(len(data)), mb(limit)), "raise it with --max-size"}
	case bytes.IndexByte(data, 0) >= 0:
		return "", &Error{name, "this is a binary file, not text", "export its text first"}
	case !utf8.Valid(data):
		return "", &Error{name, "the text is not valid UTF-8", "say which encoding it has, as in --encoding windows-1254"}
	}
	return string(data), nil
}

func mb(n int) float64 { return float64(n) / (1 << 20) }
