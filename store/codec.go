package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"sync"

	"github.com/fxamacker/cbor/v2"
	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"
)

// A value is a byte that says how it is written, the value, and a CRC-32C of
// the key and all that: bbolt has no checksums on its pages, so that each value
// has to prove itself, and that it stands under its own key.
const (
	plainCBOR = 1
	zstdCBOR  = 2 // for text
	s2CBOR    = 3 // against the dictionary, for records

	// packFrom is the size in bytes from which packing is worth its time, and
	// smallUpTo that up to which the dictionary helps. There S2 packs 738 KB of
	// 1038 records into 360 KB in 2.8 µs each; zstd takes 17.5 µs for 297 KB,
	// and S2's better mode, which clears 600 KB for each, 22.5 µs for 317 KB.
	//
	// Of a text and its source, 17 KB of CBOR, zstd's quickest mode makes 1 %
	// more than its default one in half the time.
	packFrom  = 200
	smallUpTo = 8 << 10
	sumSize   = 4
)

var errValue = errors.New("cannot be read")

// codec turns values into bytes and back. It is safe for concurrent use, and holds
// nothing to be released: what packs values whole runs in whoever calls it.
type codec struct {
	enc   cbor.UserBufferEncMode
	dec   cbor.DecMode
	small *s2.Dict
	large *zstd.Encoder
	open  *zstd.Decoder
	sums  *crc32.Table
	desks sync.Pool // of *desk
}

// desk is where a value is written before its size is known, and unpacked before
// it is read. An import writes seventy values a document, and would spend a tenth
// of its time on collecting them; a long briefing has tens of thousands to read.
type desk struct {
	body     bytes.Buffer
	packed   []byte
	unpacked []byte
}

func newCodec() (*codec, error) {
	c := &codec{sums: crc32.MakeTable(crc32.Castagnoli), desks: sync.Pool{New: func() any { return new(desk) }}}
	encode := cbor.CoreDetEncOptions() // the same value gives the same bytes
	encode.Time = cbor.TimeRFC3339NanoUTC
	decode := cbor.DecOptions{MaxArrayElements: math.MaxInt32, MaxMapPairs: math.MaxInt32}
	var errs [4]error
	c.enc, errs[0] = encode.UserBufferEncMode()
	c.dec, errs[1] = decode.DecMode()
	c.large, errs[2] = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false),
		zstd.WithWindowSize(sourcePerPart*2), zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true))
	c.open, errs[3] = zstd.NewReader(nil, zstd.WithDecoderMaxMemory(1<<30), zstd.WithDecoderLowmem(true))
	if c.small = s2.NewDict(dictionary); c.small == nil {
		return nil, errors.New("the dictionary of the store is damaged; install dossier anew")
	}
	return c, errors.Join(errs[:]...)
}

func (c *codec) encode(key string, v any) ([]byte, error) {
	d := c.desks.Get().(*desk)
	defer c.desks.Put(d)
	d.body.Reset()
	if err := c.enc.MarshalToBuffer(v, &d.body); err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	how, packed := byte(plainCBOR), d.body.Bytes()
	switch {
	case len(packed) < packFrom:
	case len(packed) < smallUpTo:
		d.packed = c.small.Encode(d.packed[:cap(d.packed)], packed)
		how, packed = s2CBOR, d.packed
	default:
		d.packed = c.large.EncodeAll(packed, d.packed[:0])
		how, packed = zstdCBOR, d.packed
	}
	out := append(make([]byte, 0, 1+len(packed)+sumSize), how)
	out = append(out, packed...)
	return binary.BigEndian.AppendUint32(out, c.sum(key, out)), nil
}

func (c *codec) decode(key string, value []byte, into any) error {
	d := c.desks.Get().(*desk)
	defer c.desks.Put(d)
	body, err := c.unwrap(key, value, d.unpacked)
	if err != nil {
		return err
	}
	if value[0] != plainCBOR {
		d.unpacked = body // what is decoded from it is a copy
	}
	if err := c.dec.Unmarshal(body, into); err != nil {
		return c.broken(key, err.Error())
	}
	return nil
}

// unwrap proves a value and returns its CBOR, in place of what is in a buffer if
// it had to be unpacked.
func (c *codec) unwrap(key string, value, buffer []byte) ([]byte, error) {
	if len(value) < 1+sumSize {
		return nil, c.broken(key, "it is cut short")
	}
	end := len(value) - sumSize
	if binary.BigEndian.Uint32(value[end:]) != c.sum(key, value[:end]) {
		return nil, c.broken(key, "its checksum is wrong")
	}
	body := value[1:end]
	var err error
	switch value[0] {
	case plainCBOR:
		return body, nil
	case s2CBOR:
		body, err = c.small.Decode(buffer[:0], body)
	case zstdCBOR:
		body, err = c.open.DecodeAll(body, buffer[:0])
	default:
		err = fmt.Errorf("it is written in a way (%d) that this version does not know", value[0])
	}
	if err != nil {
		return nil, c.broken(key, err.Error())
	}
	return body, nil
}

func (c *codec) sum(key string, value []byte) uint32 {
	return crc32.Update(crc32.Checksum([]byte(key), c.sums), c.sums, value)
}

func (c *codec) broken(key, why string) error {
	return fmt.Errorf("the value %s %w (%s)", key, errValue, why)
}
