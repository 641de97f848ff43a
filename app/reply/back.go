package reply

import (
	"regexp"
	"strings"

	"afterword/data"
)

// returnDate finds the date of a return in a notice, and whether that day is
// still away.
func returnDate(m Mail) (day data.Day, inclusive bool) {
	found := returnOf(m)
	return found.day, found.role == through
}

// returnOf finds the date of a return, and what is said of it. The first day back
// goes before the last day away; a date that can be read in two ways is none: none
// is better than a wrong one.
func returnOf(m Mail) mention {
	text := dated(plain(m.Subject + ".\n\n" + cut(m.New, freshBytes)))
	d := dating{ref: data.DayOf(m.Date, m.Date.Location()), order: orderOf(text, m.Date)}
	for _, mentions := range []func(string) []mention{d.dates, d.weekdays, d.tomorrow} {
		away, back, past := d.ends(text, mentions)
		switch {
		case !back.day.IsZero() && !back.day.Before(away.day):
			return back
		case !away.day.IsZero():
			return away
		case past:
			return mention{} // a forgotten notice; its weekday is of no use
		}
	}
	return mention{}
}

// ends returns the last day that somebody is away by a text, and the first day
// back.
func (d dating) ends(text string, mentions func(string) []mention) (away, back mention, past bool) {
	for _, line := range clauses(text) {
		all := mentions(line)
		for i := range all {
			all[i].role = role(line, all, i)
		}
		for i := range all {
			if i+1 < len(all) && all[i+1].role == through && ranged(line[all[i].end:all[i+1].start]) {
				continue // the first day of a leave
			}
			switch m := all[i]; {
			case m.day.IsZero() || m.day.Sub(d.ref) > 400 || m.role == none || m.week && m.role != returning:
			case m.day.Before(d.ref):
				past = true
			case i > 0 && m.role == through && !away.day.IsZero() && all[i-1].day.Sub(away.day) > nextLeave:
				// the second of two leaves; they come back in between
			case m.role == returning:
				back = m
			case away.day.Before(m.day) || away.day == m.day && m.role == through:
				away = m
			}
		}
	}
	return away, back, past
}

// nextLeave is how many days after the end of one leave another is one of its
// own: more than a weekend.
const nextLeave = 4

// A mention is a date in a text, where it stands and what it is said to be.
type mention struct {
	day        data.Day
	start, end int
	role       dateRole
	week       bool // only a week was named, and day is its Monday
	last       bool // the last day of a range that was written as one
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
var between = regexp.MustCompile(`(?:^|\d\.?(?:st|nd|rd|th|er|º|ª)?)[\s,.]*(?:20\d\d)?[\s,(]*(?:\p{L}+[,)]*\s)?(?:-|~|to|and|bis|bis zum|až|až do|au|al|a|all'|à|ao|e o|at|tot|tot en met|t/m|till|til|til og med|till och med|do|i|po|по|до|έως|ως|până la|la|hasta el|jusqu'au|fino al|fino all'|kuni|līdz|iki|至|到|から|부터|עד|إلى|sampai|đến)\s?(?:(?:the|el|le|o|den|dem|zum|il|de|dia|ngày|and including)\s)?(?:\p{L}+[,.]?\s)?$`)

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
	if all[i].last {
		return through
	}
	found := none
	if i > 0 && ranged(before) || digits.MatchString(between.FindString(before)) {
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

// ranged reports whether a text between two dates makes a range of them; "and
// again" does not.
func ranged(text string) bool {
	return text != "" && between.FindString(text) == text && !said().back.in(text)
}

// digits is the beginning of a range whose first day is a bare number.
var digits = regexp.MustCompile(`^\d`)

// roleBefore says what the nearest word before a date says of it.
func roleBefore(before string) dateRole {
	found, nearest := none, -1
	for r, set := range map[dateRole]phraseSet{until: said().until, through: said().through, returning: said().back} {
		reach := untilReach
		if r == returning {
			reach = returnReach
		}
		_, end := set.last(before)
		if len(before)-end > reach || end >= 0 && hour.MatchString(before[end:]) {
			continue
		}
		if end > nearest || end == nearest && end > 0 && r > found {
			found, nearest = r, end
		}
	}
	return found
}

// hour is a time of day that a word before it goes with: "until 11.30, and
// tomorrow again".
var hour = regexp.MustCompile(`^\s?\d[^,]*,`)

// within reports whether a phrase begins near the beginning of a text, before
// an "and" begins another thought.
func within(set phraseSet, text string) bool {
	text, _, _ = strings.Cut(text, " and ")
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
			end = len(text[strings.LastIndexAny(text[start:i], " .")+start+1:i]) > 4 && !shortened(text[start:], i-start)
		}
		if end {
			all = append(all, text[start:i])
			start = i + len(string(r))
		}
	}
	return append(all, text[start:])
}

// shortened reports whether the full stop at i belongs to a word before a date, as
// in "bis einschl. 6. Januar".
func shortened(text string, i int) bool {
	if i+2 >= len(text) || text[i+2] < '0' || text[i+2] > '9' {
		return false
	}
	_, end := said().through.last(tail(text[:i+1], untilReach))
	return end == len(tail(text[:i+1], untilReach))
}
