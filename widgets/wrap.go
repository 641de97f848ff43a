package widgets

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// typeface measures text of one size and weight.
type typeface struct {
	size  float32
	style fyne.TextStyle
}

func (f typeface) width(s string) float32 {
	if s == "" {
		return 0
	}
	return fyne.MeasureText(s, f.size, f.style).Width
}

// wrap breaks text into lines no wider than width: at spaces, at line feeds,
// between the signs of scripts that are written without spaces, and inside a word
// only when the word alone is too wide.
func (f typeface) wrap(text string, width float32) []string {
	var lines []string
	for para := range strings.SplitSeq(text, "\n") {
		para = strings.TrimRight(para, " \r\t")
		if f.width(para) <= width {
			lines = append(lines, para)
			continue
		}
		lines = f.wrapParagraph(lines, para, width)
	}
	return lines
}

func (f typeface) wrapParagraph(lines []string, para string, width float32) []string {
	space := f.width("a b") - f.width("ab")
	mixed := spaceless(para)             // two fonts in a line: their sum is not its width
	start, end, used := 0, 0, float32(0) // the open line is para[start:end]
	for at := 0; at < len(para); {
		next := at + strings.IndexByte(para[at:]+" ", ' ')
		w := f.width(para[at:next])
		gap := float32(at-end) * space
		if mixed {
			gap = f.width(para[start:next]) - used - w
		}
		switch {
		case used == 0 || used+gap+w <= width || spaceless(para[at:next]):
			used += gap + w
		default:
			lines = append(lines, para[start:end])
			start, used = at, w
		}
		end = next
		for used > width {
			cut := f.breakable(para[start:end], width)
			if cut >= end-start {
				break
			}
			lines = append(lines, strings.TrimRight(para[start:start+cut], " "))
			start += cut
			used = f.width(para[start:end])
		}
		at = min(next+1, len(para))
	}
	return append(lines, para[start:end])
}

// fit returns how many bytes of s fit into width, at least one rune.
func (f typeface) fit(s string, width float32) int {
	lo, hi := 0, len(s)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		for mid < hi && !utf8.RuneStart(s[mid]) {
			mid++
		}
		if f.width(s[:mid]) <= width {
			lo = mid
			continue
		}
		hi = mid - 1
		for hi > lo && !utf8.RuneStart(s[hi]) {
			hi--
		}
	}
	if lo == 0 {
		_, lo = utf8.DecodeRuneInString(s)
	}
	return lo
}

// cut shortens text to one line no wider than width, with an ellipsis.
func (f typeface) cut(text string, width float32) string {
	if strings.ContainsAny(text, "\r\n") {
		text = strings.Join(strings.Fields(text), " ")
	}
	if text == "" || f.width(text) <= width {
		return text
	}
	n := wholeSigns(text, f.fit(text, width-f.width("…")))
	return strings.TrimRight(text[:n], " ") + "…"
}
