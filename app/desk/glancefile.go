package desk

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"

	"afterword/data"
)

// The glances are written to a file in the home, so that the next start need not
// read every application. The file may be lost or stale at any time: it names
// the settings, the program and the newest event it was made from, and where one
// of them differs, or a byte is wrong, everything is read again.
const glanceFile, glanceFormat = "glances.cache", "afterword glances 4\n"

// writeGlances writes the glances down, by urgency. What goes wrong costs only time
// at the next start.
func (d *Desk) writeGlances(ctx context.Context) {
	k := &d.survey
	event, err := d.store.EventAt(ctx, k.seq)
	if err != nil || len(k.sorted) != len(k.all) {
		return
	}
	w := glanceWriter{b: []byte(glanceFormat)}
	w.text(d.stamped())
	w.text(k.under)
	w.text(string(event))
	w.numbers(k.seq, int64(len(k.sorted)))
	for _, g := range k.sorted {
		w.glance(g)
	}
	w.numbers(int64(crc32.ChecksumIEEE(w.b)))
	name := filepath.Join(d.profile.Home, glanceFile)
	if os.WriteFile(name+".new", w.b, 0o600) == nil && os.Rename(name+".new", name) == nil {
		k.saved = k.seq
	}
}

// readGlances reads the glances of an earlier run, if they still fit.
func (d *Desk) readGlances(ctx context.Context) {
	k := &d.survey
	b, err := os.ReadFile(filepath.Join(d.profile.Home, glanceFile))
	if err != nil || !bytes.HasPrefix(b, []byte(glanceFormat)) {
		return
	}
	r := glanceReader{b: b[len(glanceFormat):]}
	if r.text() != d.stamped() || r.text() != k.under {
		return
	}
	event, seq := data.ID(r.text()), r.number()
	if known, err := d.store.EventAt(ctx, seq); r.bad || err != nil || known != event {
		return
	}
	sorted := r.glances()
	if r.bad || len(b) < 8 || int64(crc32.ChecksumIEEE(b[:len(b)-8])) != r.number() {
		return
	}
	k.take(sorted)
	k.seq, k.saved = seq, seq
}

// stamped names the program as it is built: another one may plan otherwise.
func (d *Desk) stamped() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano())
}

// A glanceWriter writes numbers of eight bytes and texts behind their lengths.
type glanceWriter struct{ b []byte }

func (w *glanceWriter) text(s string) {
	w.numbers(int64(len(s)))
	w.b = append(w.b, s...)
}

func (w *glanceWriter) numbers(all ...int64) {
	for _, n := range all {
		w.b = binary.LittleEndian.AppendUint64(w.b, uint64(n))
	}
}

func (w *glanceWriter) glance(g *glance) {
	w.text(string(g.id))
	w.numbers(g.n, int64(g.badge), int64(g.state), int64(g.rank), g.order, bit(g.thanked), int64(g.cards),
		g.card.due, int64(g.card.kind), g.later.due, int64(g.later.kind), g.coming, g.notice,
		g.first, g.last, g.since, g.until, int64(len(g.marks)))
	for _, m := range g.marks {
		w.numbers(int64(m))
	}
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// A glanceReader reads what a glanceWriter wrote; bad is set by anything else.
type glanceReader struct {
	b     []byte
	bad   bool
	marks []mark // room for those of many glances, which is quicker had at once
}

func (r *glanceReader) number() int64 {
	if len(r.b) < 8 {
		r.bad = true
		return 0
	}
	n := int64(binary.LittleEndian.Uint64(r.b))
	r.b = r.b[8:]
	return n
}

func (r *glanceReader) bytes() []byte {
	n := r.number()
	if r.bad || n < 0 || n > int64(len(r.b)) {
		r.bad = true
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *glanceReader) text() string { return string(r.bytes()) }

// leastGlance is the fewest bytes that a glance takes.
const leastGlance = 19 * 8

// glances reads all glances into one piece of memory.
func (r *glanceReader) glances() []*glance {
	count := r.number()
	if r.bad || count < 0 || count > int64(len(r.b)/leastGlance) {
		r.bad = true
		return nil
	}
	slab, sorted, ids := make([]glance, count), make([]*glance, count), make([]byte, 0, 36*count)
	ends := make([]int, count)
	for i := range slab {
		ids = append(ids, r.bytes()...)
		ends[i] = len(ids)
		if r.glance(&slab[i]); r.bad {
			return nil
		}
		sorted[i] = &slab[i]
	}
	names, from := string(ids), 0
	for i, end := range ends {
		slab[i].id = data.ID(names[from:end])
		from = end
	}
	return sorted
}

// glance reads one glance but for its ID.
func (r *glanceReader) glance(g *glance) {
	g.n = r.number()
	badge, state := r.number(), r.number()
	if badge < 0 || badge >= int64(len(badges())) || state < 0 || state >= int64(len(states())) {
		r.bad = true
		return
	}
	g.badge, g.state = badgeNo(badge), stateNo(state)
	g.rank, g.order, g.thanked, g.cards = int8(r.number()), r.number(), r.number() == 1, int32(r.number())
	g.card = spot{r.number(), uint64(r.number())}
	g.later = spot{r.number(), uint64(r.number())}
	g.coming, g.notice, g.first, g.last, g.since, g.until = r.number(), r.number(), r.number(), r.number(), r.number(), r.number()
	count := r.number()
	if count < 0 || count > int64(len(r.b)/8) {
		r.bad = true
		return
	}
	g.marks = r.room(int(count))
	for i := range g.marks {
		g.marks[i] = mark(r.number())
	}
}

// room returns room for so many marks, nil for none.
func (r *glanceReader) room(count int) []mark {
	const many = 4096
	if count == 0 {
		return nil
	}
	if len(r.marks) < count {
		r.marks = make([]mark, max(many, count))
	}
	room := r.marks[:count:count]
	r.marks = r.marks[count:]
	return room
}
