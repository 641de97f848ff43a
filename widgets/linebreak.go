package widgets

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// spaceless reports whether a word holds signs between which lines break although
// no space stands there: Chinese, Japanese.
func spaceless(word string) bool {
	for _, r := range word {
		switch {
		case r < 0x2E80:
		case r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF00 && r <= 0xFFEF, r >= 0x20000:
			return true
		}
	}
	return false
}

// breakable returns how many bytes of s fit into width up to a place where a line
// may end (UAX 14), as after a hyphen; without one, as many whole signs as fit.
func (f typeface) breakable(s string, width float32) int {
	most := f.fit(s, width)
	if most >= len(s) {
		return most
	}
	var seg segmenter.Segmenter
	seg.Init([]rune(s))
	at, best := 0, 0
	for it := seg.LineIterator(); it.Next(); {
		at += length(s[at:], len(it.Line().Text))
		if at > most && f.width(strings.TrimRight(s[:at], " ")) > width {
			break
		}
		best = at
	}
	if best > 0 {
		return best
	}
	return wholeSigns(s, most)
}

// wholeSigns moves a cut back to where no sign of the reader is cut apart, such as
// a letter with its accent or an emoji of several parts; the first sign stays.
func wholeSigns(s string, cut int) int {
	if ascii(s) {
		return cut
	}
	var seg segmenter.Segmenter
	seg.Init([]rune(s))
	at := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		size := length(s[at:], len(it.Grapheme().Text))
		if at+size > cut && at > 0 {
			break
		}
		at += size
	}
	return at
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// length returns how many bytes the first n runes of s are.
func length(s string, n int) (bytes int) {
	for range n {
		_, size := utf8.DecodeRuneInString(s[bytes:])
		bytes += size
	}
	return bytes
}
