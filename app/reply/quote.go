package reply

import (
	"regexp"
	"strings"
)

// quoteMark and quoteEnd stand in the text of an HTML mail where a quoted part
// begins and where it ends.
const (
	quoteMark = "\u2063quoted\u2063"
	quoteEnd  = "\u2063unquoted\u2063"
)

// newText returns what the sender newly typed: without quotes, the lines that
// introduce them, quoted heads, signatures and disclaimers. Losing new text is
// the error that matters: text between and below quotes is kept, and where
// nothing else is left, so is a forwarded mail.
func newText(text string) string {
	f := folding{lines: strings.Split(text, "\n")}
	for f.at < len(f.lines) && !f.done {
		f.step()
	}
	return strings.TrimSpace(strings.Join(trimRules(f.kept), "\n"))
}

// A folding goes down the lines of a text and keeps what is new.
type folding struct {
	lines []string
	at    int
	kept  []string
	done  bool // the rest is quoted
}

// step judges the line at hand and goes on to the next.
func (f *folding) step() {
	line := strings.TrimSpace(f.lines[f.at])
	switch {
	case line == "":
		f.keep()
	case strings.Contains(line, quoteMark):
		f.skipQuote()
	case relayMark.MatchString(line) && f.begun():
		f.done = true
	case quoted(line), f.barred(), strings.Contains(line, quoteEnd), relayMark.MatchString(line), armour.MatchString(line):
		f.at++
	case strings.HasPrefix(line, "-----BEGIN PGP SIGNATURE"):
		f.done = true
	case isOriginal(line) || f.headBlock(f.at) >= 3:
		f.whole()
	case f.introduced():
	case line == "--" && !f.quoteFollows(f.at+1) && !f.goesOn(), f.paragraph() && f.begun() && said().disclaimer.starts(plain(cut(line, 120))):
		f.done = true
	case len(line) < 120 && said().sentFrom.starts(plain(strings.Trim(line, "<>()[]* "))):
		f.at++
	default:
		f.keep()
	}
}

// skipQuote goes behind the quoted part of an HTML mail that begins at hand,
// with the parts quoted in it.
func (f *folding) skipQuote() {
	for depth := 0; f.at < len(f.lines); f.at++ {
		depth += strings.Count(f.lines[f.at], quoteMark) - strings.Count(f.lines[f.at], quoteEnd)
		if depth <= 0 {
			f.at++
			return
		}
	}
}

func (f *folding) keep() {
	f.kept = append(f.kept, f.lines[f.at])
	f.at++
}

// begun reports whether something new stands above.
func (f *folding) begun() bool { return len(trimRules(f.kept)) > 0 }

// goesOn reports whether a sentence stands below the line at hand and an empty
// one: then the line parts two texts, and is no signature's.
func (f *folding) goesOn() bool {
	if f.at+2 >= len(f.lines) || strings.TrimSpace(f.lines[f.at+1]) != "" {
		return false
	}
	next := strings.TrimSpace(f.lines[f.at+2])
	return len(strings.Fields(next)) > 4 && strings.ContainsAny(next[len(next)-1:], ".!?") && !said().disclaimer.starts(plain(cut(next, 120)))
}

// paragraph reports whether a paragraph begins at hand.
func (f *folding) paragraph() bool {
	return f.at == 0 || strings.TrimSpace(f.lines[f.at-1]) == "" || ruled(f.lines[f.at-1])
}

// whole ends the text before a quoted mail, or goes behind its head where
// nothing new stands above a forwarded one.
func (f *folding) whole() {
	if f.begun() || !isOriginal(f.lines[f.at]) {
		f.rest()
		return
	}
	f.at++
	for f.at < len(f.lines) && strings.TrimSpace(f.lines[f.at]) == "" {
		f.at++
	}
	f.at += f.headBlock(f.at)
}

// introduced takes the line, or the few lines, that introduce a quote. Where no
// marked quote follows, all the rest is one, unless nothing stands above.
func (f *folding) introduced() bool {
	n, sure := f.attribution()
	if n == 0 {
		return false
	}
	follows := f.quoteFollows(f.at + n)
	if !sure && !follows {
		return false
	}
	f.at += n
	if !follows && f.begun() {
		f.rest()
	}
	return true
}

// rest ends the text where an unmarked quote begins. Who says "my answers in
// red below" has typed something in there, so all of it is kept.
func (f *folding) rest() {
	f.done = true
	if above := plain(strings.Join(f.kept, "\n")); len(above) < 400 && said().below.in(above) {
		f.kept = append(f.kept, f.lines[f.at:]...)
	}
}

// quoted reports whether a line bears the mark of a quote, also the kind with
// initials before it.
func quoted(line string) bool {
	return line[0] == '>' || strings.HasPrefix(line, "&gt;") || initials.MatchString(line)
}

var initials = regexp.MustCompile(`^[A-Z][A-Za-z]{0,2}>(\s|$)`)

// barred reports whether the line at hand is one of several with a bar before
// them, which some programs quote with.
func (f *folding) barred() bool {
	n := 0
	for _, l := range f.lines[max(0, f.at-2):min(f.at+3, len(f.lines))] {
		if strings.HasPrefix(strings.TrimSpace(l), "|") {
			n++
		}
	}
	return n >= 3 && strings.HasPrefix(strings.TrimSpace(f.lines[f.at]), "|")
}

// quoteFollows reports whether the next line with words is a quoted one.
func (f *folding) quoteFollows(from int) bool {
	for _, l := range f.lines[min(from, len(f.lines)):] {
		if t := strings.TrimSpace(l); t != "" {
			return quoted(t) || t[0] == '|' || strings.Contains(t, quoteMark)
		}
	}
	return false
}

// headBlock returns how many lines of a quoted head begin at line i: at least
// four fields, or three with an address among them; else 0.
func (f *folding) headBlock(i int) int {
	if i >= len(f.lines) || !headField(f.lines[i]) {
		return 0
	}
	fields, n, address := 0, 0, false
	for _, l := range f.lines[i:min(i+8, len(f.lines))] {
		if !headField(l) && strings.TrimSpace(l) != "" && fields > 2 {
			break
		}
		n++
		if headField(l) {
			fields++
		}
		address = address || strings.Contains(l, "@")
	}
	if fields >= 4 || fields == 3 && address {
		return n
	}
	return 0
}

// headField reports whether a line is a field of a quoted head, in the words of
// the common mail programs.
func headField(line string) bool {
	line = strings.TrimLeft(strings.TrimSpace(line), "*>_ ")
	i := strings.IndexAny(line, ":：")
	if i <= 0 || i > 40 {
		return false
	}
	return quotedHeads()[strings.TrimSpace(plain(line[:i]))]
}

// isOriginal reports whether a line stands above a quoted or forwarded mail.
func isOriginal(line string) bool {
	bare := strings.Trim(line, "-_*=> ")
	return len(bare) < 60 && (len(line)-len(bare) >= 3 || strings.HasSuffix(bare, ":")) && said().original.starts(plain(bare))
}

// armour is a line around or above a signed text (RFC 9580).
var armour = regexp.MustCompile(`^-----BEGIN PGP SIGNED MESSAGE-----$|^Hash: SHA\d+$`)

// ruled reports whether a line is nothing but a rule.
func ruled(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && strings.Trim(line, "-_=*#~+\u00b7\u1427") == ""
}

// trimRules takes rules and empty lines off the end.
func trimRules(lines []string) []string {
	for n := len(lines); n > 0; n-- {
		if last := lines[n-1]; strings.TrimSpace(last) != "" && !ruled(last) {
			return lines[:n]
		}
	}
	return nil
}
