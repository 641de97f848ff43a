package desk

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"afterword/data"
)

// The glances are written to a file in the home, so that the next start need not
// read every application. The file may be lost or stale at any time: it names
// the settings, the program and the newest event it was made from, and where one
// of them differs, or a byte is wrong, everything is read again.
const glanceFile, glanceFormat = "glances.cache", "afterword glances 2\n"

// writeGlances writes the glances down. What goes wrong costs only time at the next
// start.
func (d *Desk) writeGlances(ctx context.Context) {
	k := &d.survey
	event, err := d.store.EventAt(ctx, k.seq)
	if err != nil {
		return
	}
	var b bytes.Buffer
	b.WriteString(glanceFormat)
	w := glanceWriter{&b}
	w.text(d.stamped(), k.under, string(event))
	w.numbers(k.seq, int64(len(k.all)))
	for _, g := range k.all {
		w.glance(g)
	}
	name := filepath.Join(d.profile.Home, glanceFile)
	if os.WriteFile(name+".new", b.Bytes(), 0o600) == nil && os.Rename(name+".new", name) == nil {
		k.saved = k.seq
	}
}

// readGlances reads the glances of an earlier run, if they still fit.
func (d *Desk) readGlances(ctx context.Context) {
	k := &d.survey
	f, err := os.Open(filepath.Join(d.profile.Home, glanceFile))
	if err != nil {
		return
	}
	defer f.Close()
	r := glanceReader{r: bufio.NewReaderSize(f, 1<<20)}
	if r.exactly(len(glanceFormat)) != glanceFormat || r.text() != d.stamped() || r.text() != k.under {
		return
	}
	event, seq, count := data.ID(r.text()), r.number(), r.number()
	if known, err := d.store.EventAt(ctx, seq); r.err != nil || err != nil || known != event {
		return
	}
	all := make(map[data.ID]*glance, min(count, 1<<20))
	for range count {
		g := r.glance()
		if r.err != nil {
			return
		}
		all[g.id] = g
	}
	k.all, k.seq, k.saved = all, seq, seq
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

type glanceWriter struct{ b *bytes.Buffer }

func (w glanceWriter) text(all ...string) {
	for _, s := range all {
		w.numbers(int64(len(s)))
		w.b.WriteString(s)
	}
}

func (w glanceWriter) numbers(all ...int64) {
	var buf [binary.MaxVarintLen64]byte
	for _, n := range all {
		w.b.Write(buf[:binary.PutVarint(buf[:], n)])
	}
}

func (w glanceWriter) glance(g *glance) {
	w.text(string(g.id))
	w.numbers(g.n, int64(g.badge), int64(g.state), int64(g.rank), g.order, bit(g.thanked), int64(g.cards),
		g.card.due, int64(g.card.kind), g.later.due, int64(g.later.kind), g.coming, g.notice,
		g.first, g.last, g.made, g.until, int64(len(g.marks)))
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

type glanceReader struct {
	r   *bufio.Reader
	buf []byte
	err error
}

var errGlance = errors.New("glances: a length out of bounds")

func (r *glanceReader) number() int64 {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadVarint(r.r)
	r.err = err
	return n
}

func (r *glanceReader) exactly(n int) string {
	if r.err == nil && (n < 0 || n > 1<<16) {
		r.err = errGlance
	}
	if r.err != nil {
		return ""
	}
	r.buf = append(r.buf[:0], make([]byte, n)...)
	_, r.err = io.ReadFull(r.r, r.buf)
	return string(r.buf)
}

func (r *glanceReader) text() string { return r.exactly(int(r.number())) }

func (r *glanceReader) glance() *glance {
	g := &glance{id: data.ID(r.text()), n: r.number()}
	badge, state := r.number(), r.number()
	if badge < 0 || badge >= int64(len(badges())) || state < 0 || state >= int64(len(states())) {
		r.err = errGlance
		return g
	}
	g.badge, g.state = badgeNo(badge), stateNo(state)
	g.rank, g.order, g.thanked, g.cards = int8(r.number()), r.number(), r.number() == 1, int32(r.number())
	g.card = spot{r.number(), uint64(r.number())}
	g.later = spot{r.number(), uint64(r.number())}
	g.coming, g.notice, g.first, g.last, g.made, g.until = r.number(), r.number(), r.number(), r.number(), r.number(), r.number()
	count := r.number()
	if count < 0 || count > 1<<16 {
		r.err = errGlance
		return g
	}
	g.marks = make([]mark, count)
	for i := range g.marks {
		g.marks[i] = mark(r.number())
	}
	return g
}
