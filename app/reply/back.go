package reply

import (
	"regexp"
	"strings"

	"afterword/data"
)

// returnDate finds the date of a return in a notice, and whether that day is
// still away. The first day back goes before the last day away; a date that can
// be read in two ways is none: none is better than a wrong one.
func returnDate(m Mail) (day data.Day, inclusive bool) {
	text := plain(m.Subject + ".\n\n" + cut(m.New, freshBytes))
	d := dating{ref: data.DayOf(m.Date, m.Date.Location()), order: orderOf(text, m.Date)}
	for _, mentions := range []func(string) []mention{d.dates, d.weekdays} {
		away, back := d.ends(text, mentions)
		switch {
		case !back.day.IsZero() && !back.day.Before(away.day):
			return back.day, false
		case !away.day.IsZero():
			return away.day, away.role == through
		}
	}
	return data.Day{}, false
}

// ends returns the last day that somebody is away by a text, and the first day
// back.
func (d dating) ends(text string, mentions func(string) []mention) (away, back mention) {
	for _, line := range clauses(text) {
		all := mentions(line)
		for i := range all {
			all[i].role = role(line, all, i)
			switch m := all[i]; {
			case m.day.IsZero() || m.day.Before(d.ref) || m.day.Sub(d.ref) > 400 || m.role == none:
			case m.role == returning:
				back = m
			case away.day.Before(m.day) || away.day == m.day && m.role == through:
				away = m
			}
		}
	}
	return away, back
}

// A mention is a date in a text, where it stands and what it is said to be.
type mention struct {
	day        data.Day
	start, end int
	role       dateRole
}

// A dateRole is what a notice says of a date.
type dateRole int

const (
	none      dateRole = iota
	until              // away until then; whether that day too is not said
	through            // still away on that day
	returning          // back on that day
)

// How far from its date a word may stand, in bytes.
const (
	untilReach  = 32
	returnReach = 60
)

// between are the words between the two dates of a range, with what may stand
// before the second.
var between = regexp.MustCompile(`(?:^|\d\.?(?:st|nd|rd|th|er|º|ª)?)[\s,.]*(?:20\d\d)?[\s,(]*(?:\p{L}+[,)]*\s)?(?:-|~|to|and|bis|bis zum|au|al|a|ao|e o|at|tot|tot en met|t/m|till|til|til og med|till och med|do|i|po|по|до|έως|ως|până la|la|hasta el|jusqu'au|fino al|kuni|līdz|iki|至|到|から|부터|עד|إلى|sampai|đến)\s?(?:(?:the|el|le|o|den|dem|zum|il|de|dia|ngày|and including)\s)?(?:\p{L}+[,.]?\s)?$`)

// role says what the words around the i-th date of a clause say of it.
func role(line string, all []mention, i int) dateRole {
	from, to := 0, len(line)
	if i > 0 {
		from = all[i-1].end
	}
	if i+1 < len(all) {
		to = all[i+1].start
	}
	before, after := line[from:all[i].start], line[all[i].end:to]
	found := none
	if match := between.FindString(before); match != "" && (i > 0 && len(match) == len(before) || match[0] >= '0' && match[0] <= '9') {
		found = through
	} else {
		found = roleBefore(before)
	}
	switch s, _ := said().untilAfter.first(after); {
	case s >= 0 && s < 16:
		return through
	case found == none && within(said().back, after):
		return returning
	case found == until && (said().included.in(cut(after, untilReach)) || said().included.in(tail(before, untilReach))):
		return through
	}
	return found
}

// roleBefore says what the nearest word before a date says of it.
func roleBefore(before string) dateRole {
	found, nearest := none, -1
	for r, set := range map[dateRole]phraseSet{until: said().until, through: said().through, returning: said().back} {
		reach := untilReach
		if r == returning {
			reach = returnReach
		}
		_, end := set.last(before)
		if len(before)-end > reach {
			continue
		}
		if end > nearest || end == nearest && end > 0 && r > found {
			found, nearest = r, end
		}
	}
	return found
}

// within reports whether a phrase begins near the beginning of a text.
func within(set phraseSet, text string) bool {
	at, _ := set.first(text)
	return at >= 0 && at < returnReach
}

// tail returns at most the last n bytes of s, whole characters.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[len(s)-n:], "")
}

// clauses parts a plain text where a sentence or a paragraph ends, but not
// behind the full stop of a number or of a short form.
func clauses(text string) []string {
	var all []string
	start := 0
	for i, r := range text {
		end := r == '!' || r == '?' || r == '。' || r == ';' || r == '\n'
		if r == '.' && i > 0 && (text[i-1] < '0' || text[i-1] > '9') && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n') {
			end = len(text[strings.LastIndexAny(text[start:i], " .")+start+1:i]) > 4
		}
		if end {
			all = append(all, text[start:i])
			start = i + len(string(r))
		}
	}
	return append(all, text[start:])
}
