package invite

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

func inOrder(spots []spot) []spot {
	slices.SortFunc(spots, func(a, b spot) int { return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.start, b.start)) })
	return spots
}

// The forms in which a time is written: an hour with minutes or with a word
// that makes it one, alone or with an end.
var (
	reHour = sync.OnceValue(func() *regexp.Regexp {
		hour := `(\d{1,2})(?:( ?[:.h] ?)([0-5]\d)(?::[0-5]\d)?)?(?: ?(am|pm|a\. ?m\.|p\. ?m\.|uhr|o'clock|heures?|hrs|horas|hs?\b)(?: )?)?`
		part := `(?: ?(de la tarde|por la tarde|de la ma\x{f1}ana|de l'apr\x{e8}s-midi|du matin|nachmittags|vormittags|in the afternoon|in the morning))?`
		sep := ` ?(?:-|\x{2010}|\x{2011}|\x{2012}|\x{2013}|\x{2014}|to|until|till|bis|\x{e0}|a las?|a|and|und|et|y) ?`
		return regexp.MustCompile(`(?i)(?:(?:^|[ (\x{bf}\x{a1}])(at|um|\x{e0}|a las?|las|from|von|de|between|zwischen|entre|kl\.?|@|ab) ?)?\b` + hour + `(?:` + sep + hour + `)?` + part)
	})
	reNoon = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:^| )(?:at |um |\x{e0} |al? |a )(noon|midday|midi|mediod\x{ed}a)\b`)
	})
	reLength = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(\d{1,3}|an?|one|half an|eine|une|una|media|einer)[ -]?(minutes?|mins?|minuten|min|minutos|hours?|hrs?|stunden?|heures?|horas?)\b`)
	})
)

// timesIn finds the times named in lines, in their order, outside the dates.
func timesIn(lines []string, dates []spot) []spot {
	var all []spot
	for i, line := range lines {
		shown := blank(line, i, dates)
		var here []spot
		for _, at := range reHour().FindAllStringSubmatchIndex(shown, maxSpots) {
			start, end := trimmed(shown, at[0], at[1])
			if s, ok := hourSpot(shown, groups(shown, at)); ok && alone(shown, start, end) {
				s.line, s.start, s.end = i, start, end
				here = append(here, s)
			}
		}
		for _, at := range reNoon().FindAllStringIndex(shown, 3) {
			start, end := trimmed(shown, at[0], at[1])
			here = append(here, spot{line: i, start: start, end: end, said: "12:00"})
		}
		for k := range here {
			zoneBeside(line, &here[k], dates)
		}
		end := 0
		for _, s := range inOrder(here) {
			if s.start >= end { // else it is a number of the zone before
				all = append(all, s)
			}
			end = max(end, s.end)
		}
		if len(all) > maxSpots {
			return all[:maxSpots]
		}
	}
	return all
}

// zoneBeside reads the zone behind a time, or behind the day that follows it.
func zoneBeside(line string, h *spot, dates []spot) {
	if name, n := zoneAt(line[h.end:]); name != "" {
		h.zone = name
		h.end += n
		return
	}
	for _, d := range dates {
		if d.line == h.line && d.start >= h.end && strings.Trim(line[h.end:d.start], " ,.-\u2013\u22c5\u00b7|") == "" {
			h.zone, _ = zoneAt(line[d.end:])
		}
	}
}

// trimmed moves the ends of words inwards over spaces and opening signs.
func trimmed(line string, start, end int) (int, int) {
	words := line[start:end]
	start += len(words) - len(strings.TrimLeft(words, " (\u00bf\u00a1"))
	return start, start + len(strings.TrimRight(line[start:end], " "))
}

// blank returns the line with dots in the place of dates, so that no number of
// a date is read as an hour.
func blank(line string, number int, dates []spot) string {
	b := []byte(line)
	for _, d := range dates {
		if d.line == number {
			for k := d.start; k < d.end; k++ {
				b[k] = '_'
			}
			if d.start < len(b) {
				b[d.start], b[d.end-1] = ' ', ' '
			}
		}
	}
	return string(b)
}

// hourSpot reads the parts of one time. A number needs minutes, a word such as
// "Uhr", or "at" before it.
func hourSpot(line string, m []string) (spot, bool) {
	mark := strings.ToLower(strings.TrimSpace(m[1]))
	first, ok1 := hourSaid(m[2], m[3], m[4], m[5], m[10])
	if m[6] == "" {
		switch {
		case !ok1, m[4] == "" && m[5] == "" && mark != "at" && mark != "@":
			return spot{}, false
		case m[4] == "" && mark == "" && isLength(m[5]):
			return spot{}, false // "2 heures" is how long
		case strings.TrimSpace(m[3]) == "." && m[5] == "" && mark != "at" && mark != "um" && mark != "\u00e0" && mark != "a las":
			return spot{}, false // 2.30 may be anything
		}
		if m[4] == "" && m[5] == "" {
			return spot{said: "at " + first}, true
		}
		return spot{said: first}, true
	}
	last, ok2 := hourSaid(m[6], m[7], m[8], m[9], m[10])
	plain := m[4] == "" && m[5] == "" && m[8] == "" && m[9] == ""
	if !ok1 || !ok2 || plain || m[8] == "" && m[9] == "" {
		return spot{}, false
	}
	return spot{said: first + "-" + last, ends: true}, true
}

// isLength reports whether the word behind a number may also say how long.
func isLength(word string) bool {
	w := strings.ToLower(word)
	return strings.HasPrefix(w, "h")
}

// hourSaid writes an hour as Reader.When reads it.
func hourSaid(hour, sep, minute, word, part string) (string, bool) {
	h, err := strconv.Atoi(hour)
	if err != nil || h > 23 {
		return "", false
	}
	half := ""
	switch w := strings.ToLower(strings.NewReplacer(".", "", " ", "").Replace(word)); {
	case w == "am" || w == "pm":
		if h > 12 { // 15:00 PM
			w = ""
		}
		half = w
	case part != "" && h <= 12:
		half = "pm"
		if p := strings.ToLower(part); strings.Contains(p, "ma\u00f1ana") || strings.Contains(p, "matin") || strings.Contains(p, "vormittag") || strings.Contains(p, "morning") {
			half = "am"
		}
	}
	if minute == "" {
		minute = "00"
		if word == "" && half == "" {
			return hour, true
		}
	}
	if half == "" && h < 7 && word != "" || half == "" && strings.Contains(sep, "h") {
		hour = pad(h) // "5 Uhr" and "3h30" are of the 24-hour clock
	}
	return hour + ":" + minute + half, true
}

func pad(h int) string {
	if h < 10 {
		return "0" + strconv.Itoa(h)
	}
	return strconv.Itoa(h)
}
