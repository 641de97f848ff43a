package reply

import (
	"path/filepath"
	"testing"
)

// mails reads the bytes of all labelled mails that are not made to be hostile.
func mails(b *testing.B) (raw [][]byte, size int) {
	for _, l := range labels(b) {
		if ok, _ := filepath.Match("hostile*", l.File); !ok {
			raw = append(raw, readFile(b, filepath.Join(l.folder, l.File)))
			size += len(raw[len(raw)-1])
		}
	}
	return raw, size
}

// BenchmarkHead judges a mail by its header fields alone.
func BenchmarkHead(b *testing.B) {
	raw, _ := mails(b)
	w := testWorld(b)
	x := NewIndex(w)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m := ParseHead(raw[i%len(raw)])
		Classify(m, w.Me)
		x.Wants(m)
	}
}

// BenchmarkMail judges and matches a whole mail.
func BenchmarkMail(b *testing.B) {
	raw, size := mails(b)
	w := testWorld(b)
	x := NewIndex(w)
	b.SetBytes(int64(size / len(raw)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m := Parse(raw[i%len(raw)])
		x.Match(m, Classify(m, w.Me), w.Now, "inbox")
	}
}

// BenchmarkMIME only takes the same mails apart: the baseline of BenchmarkMail.
func BenchmarkMIME(b *testing.B) {
	raw, size := mails(b)
	b.SetBytes(int64(size / len(raw)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		parts(raw[i%len(raw)])
	}
}
