package letter

import "strings"

// A plain is a text as the patterns want it, that remembers where each byte
// came from.
type plain struct {
	text string
	from []int32 // offset in the original of each byte of text, and of its end
}

// at returns the offset in the original of byte i of p.text.
func (p plain) at(i int) int { return int(p.from[i]) }

// plainForms returns the ways to read a text: with the lines of one paragraph
// joined, because mail programs break lines where they like, and if that makes
// a difference each line by itself.
func plainForms(text string) []plain {
	lines := straighten(text)
	if !strings.ContainsAny(lines.text, "\n\t") && !strings.Contains(lines.text, "  ") {
		return []plain{lines}
	}
	return []plain{lines.joined(), lines}
}

// straighten turns curly quotes into straight ones, no-break spaces into spaces
// and CRLF into LF (letters.md 4.2).
func straighten(text string) plain {
	var sb strings.Builder
	from := make([]int32, 0, len(text)+1)
	for i, r := range text {
		switch r {
		case '\u2018', '\u2019', '\u02bc', '\u2032', '\uff07':
			r = '\''
		case '\u201c', '\u201d', '\u201e':
			r = '"'
		case '\u00a0', '\u202f', '\u2009':
			r = ' '
		case '\u2011':
			r = '-'
		case '\r', '\u00ad', '\u200b':
			continue
		}
		n := sb.Len()
		sb.WriteRune(r)
		for k := range sb.Len() - n {
			from = append(from, int32(min(i+k, len(text))))
		}
	}
	return plain{sb.String(), append(from, int32(len(text)))}
}

// joined returns p with single line breaks as spaces and runs of spaces as one.
func (p plain) joined() plain {
	var sb strings.Builder
	from := make([]int32, 0, len(p.from))
	for i := 0; i < len(p.text); i++ {
		c := p.text[i]
		space := c == ' ' || c == '\t' || c == '\n'
		if !space {
			sb.WriteByte(c)
			from = append(from, p.from[i])
			continue
		}
		start := i
		for i+1 < len(p.text) && strings.IndexByte(" \t\n", p.text[i+1]) >= 0 {
			i++
		}
		c = ' '
		if strings.Count(p.text[start:i+1], "\n") > 1 {
			c = '\n'
		}
		sb.WriteByte(c)
		from = append(from, p.from[start])
	}
	return plain{sb.String(), append(from, p.from[len(p.text)])}
}
