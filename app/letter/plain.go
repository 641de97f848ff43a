package letter

import (
	"strings"
	"unicode/utf8"
)

// A plain is a text as the patterns want it, that remembers where each byte
// came from.
type plain struct {
	text string
	from []int32 // offset in the original of each byte of text, and of its end
}

// at returns the offset in the original of byte i of p.text.
func (p plain) at(i int) int { return int(p.from[i]) }

// straighten turns curly quotes into straight ones, long dashes into hyphens,
// no-break spaces into spaces and CRLF into LF (letters.md 4.2).
func straighten(text string) plain {
	out := newWriting(len(text))
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c != '\r' {
				out.add(c, i)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch s := straight(r); {
		case s == 0:
		case s < utf8.RuneSelf:
			out.add(byte(s), i)
		default:
			for k := range size {
				out.add(text[i+k], i+k)
			}
		}
		i += size
	}
	return out.done(len(text))
}

// straight returns the character that patterns know r by, 0 for none.
func straight(r rune) rune {
	switch r {
	case '\u2018', '\u2019', '\u02bc', '\u2032', '\uff07', '\u00b4':
		return '\''
	case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb':
		return '"'
	case '\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\u2028':
		return ' '
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015':
		return '-'
	case '\u017f':
		return 's'
	case '\u212a':
		return 'K'
	case '\u00ad', '\u200b', '\u200c', '\u2060', '\ufeff':
		return 0
	}
	return r
}

// joined returns p with the lines of each paragraph in one, because mail
// programs break lines where they like: single line breaks and runs of spaces
// are one space, and what parts paragraphs is one line break. A break at keep,
// in bytes of the original, stays one.
func (p plain) joined(keep int) plain {
	out := newWriting(len(p.text))
	for i := 0; i < len(p.text); i++ {
		c := p.text[i]
		if c != ' ' && c != '\t' && c != '\n' {
			out.add(c, p.at(i))
			continue
		}
		start := i
		for i+1 < len(p.text) && strings.IndexByte(" \t\n", p.text[i+1]) >= 0 {
			i++
		}
		c = ' '
		if strings.Count(p.text[start:i+1], "\n") > 1 || keep > 0 && p.at(start) <= keep && keep <= p.at(i+1) {
			c = '\n'
		}
		out.add(c, p.at(start))
	}
	return out.done(p.at(len(p.text)))
}

// A writing is a plain in the making.
type writing struct {
	text []byte
	from []int32
}

func newWriting(size int) *writing {
	return &writing{make([]byte, 0, size+size/8), make([]int32, 0, size+size/8+1)}
}

func (w *writing) add(c byte, from int) {
	w.text = append(w.text, c)
	w.from = append(w.from, int32(from))
}

func (w *writing) done(end int) plain { return plain{string(w.text), append(w.from, int32(end))} }

// ownWords returns body with line breaks in place of what the other side wrote:
// lines that begin with ">", the line above that names their writer, and all
// behind "-----Original Message-----". It is as long as body.
func ownWords(body string) string {
	if !strings.Contains(body, ">") && !strings.Contains(body, "-----") {
		return body
	}
	own := []byte(body)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			own[i] = '\n'
		}
	}
	before, beforeEnd := 0, 0 // the last line with words
	for at := 0; at < len(body); {
		end := at + strings.IndexByte(body[at:]+"\n", '\n')
		line := strings.TrimSpace(body[at:end])
		switch {
		case strings.HasPrefix(line, ">"):
			blank(at, end)
			if strings.HasSuffix(strings.TrimSpace(body[before:beforeEnd]), ":") {
				blank(before, beforeEnd)
			}
		case strings.HasPrefix(line, "-----") && strings.HasSuffix(line, "-----") && len(line) > 10:
			blank(at, len(body))
			return string(own)
		case line != "":
			before, beforeEnd = at, end
		}
		at = end + 1
	}
	return string(own)
}
