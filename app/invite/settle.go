package invite

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Words that say what a day in their line is for.
var (
	reMeeting = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)interview|gespr\x{e4}ch|entretien|entrevista|scheduled|confirm|best\x{e4}tig|termin\b|rendez-vous|cita\b|meet|call\b|chat\b|invit|einlad|looking forward|freuen uns|findet|lieu le|tendr\x{e1} lugar|^\W*(?:when|wann|quand|cu\x{e1}ndo|date|datum|fecha|time|zeit|heure|hora|d\x{ed}a|starts?|beginn|termin|date et heure|date & time|event date/time|date/time)\b`)
	})
	reInterview = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)interview|vorstellungsgespr\x{e4}ch|bewerbungsgespr\x{e4}ch|kennenlerngespr\x{e4}ch|entretien|entrevista`)
	})
	reOther = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:\bby|\bbefore|no later than|until|deadline|previous(?:ly)?|original(?:ly)?|instead of|applied|application (?:of|from|dated)|received|sent|expires?|valid|closes|updated|posted|copyright|born|since|rsvp|frist|sp\x{e4}testens|bis|bis zum|vor dem|urspr\x{fc}nglich\w*|statt|anstelle|bewerbung vom|eingegangen|gesendet|seit|avant(?: le)?|au plus tard|jusqu'au|initialement|au lieu d[ue]|candidature du|re\x{e7}ue? le|antes del?|a m\x{e1}s tardar|hasta(?: el)?|en lugar del?|solicitud del?|recibida el)(?: \w{1,4}){0,2}\W*$`)
	})
	reMoved = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:moved?|reschedul\w*|postponed?|verschoben|verlegt|verlegen|report\x{e9}e?|d\x{e9}cal\x{e9}e?|aplazad[ao]|cambiad[ao]|reprogramad[ao])\b`)
	})
	reSlots = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)which (?:of|one)|suits? you|work (?:best )?for you|let (?:me|us) know which|options?:|slots?\b|choose|pick (?:a|one)|\bor\b|oder\b|passt ihnen|vorschl\x{e4}ge|ou bien|cr\x{e9}neaux?|vous convien|opciones|te viene|le viene|disponibilidad`)
	})
)

// unwanted reports whether the words before a day say that it is not the
// meeting's: a deadline, or when something was before.
func unwanted(line string, d spot) bool {
	before := line[:d.start]
	if i := strings.LastIndexAny(before, ".!?;"); i >= 0 {
		before = before[i+1:]
	}
	return reOther().MatchString(strings.TrimRight(before, " ,(")) || !reMeeting().MatchString(line) && regexpCopyright(line)
}

func regexpCopyright(line string) bool {
	return strings.Contains(line, "\u00a9") || strings.Contains(line, "(c)")
}

func distinct(all []occasion) []occasion {
	var kept []occasion
	for _, m := range all {
		i := 0
		for i < len(kept) && !same(kept[i], m) {
			i++
		}
		switch {
		case i == len(kept):
			kept = append(kept, m)
		case kept[i].Zone == "" && m.Zone != "", kept[i].Zone == m.Zone && kept[i].End.IsZero() && !m.End.IsZero():
			kept[i] = m
		}
	}
	return kept
}

// sameStart reports whether all begin at one instant, and if so puts the first
// with an end in front.
func sameStart(all []occasion) bool {
	for i, m := range all {
		if !m.Start.Equal(all[0].Start) {
			return false
		}
		if all[0].End.IsZero() && !m.End.IsZero() {
			all[0], all[i] = all[i], all[0]
		}
	}
	return true
}

// same reports whether two occasions are one: a time said once more without its
// zone is that of the one with it.
func same(a, b occasion) bool {
	if a.Zone != b.Zone && (a.Zone == "" || b.Zone == "") && a.Start.Format("200601021504") == b.Start.Format("200601021504") && !a.Start.IsZero() {
		return true
	}
	return equal(a.When, b.When)
}

func equal(a, b When) bool {
	return a.Start.Equal(b.Start) && a.Date == b.Date && (a.End.IsZero() || b.End.IsZero() || a.End.Equal(b.End))
}

// settle chooses the occasion that an invitation is for: those with a time go
// before days, those whose line speaks of a meeting before others. When two are
// left, nothing is chosen.
func settle(all []occasion, lines []string) (occasion, bool) {
	all = moved(all, lines)
	for _, better := range []func(occasion) bool{
		func(m occasion) bool { return !m.Start.IsZero() },
		func(m occasion) bool { return reMeeting().MatchString(lines[m.day.line]) },
	} {
		var some []occasion
		for _, m := range all {
			if better(m) {
				some = append(some, m)
			}
		}
		if len(some) > 0 {
			all = distinct(some)
		}
		if len(all) > 1 && slices.ContainsFunc(lines, reSlots().MatchString) {
			return occasion{}, false
		}
	}
	all = distinct(all)
	if len(all) == 0 || len(all) > 1 && !sameStart(all) {
		return occasion{}, false
	}
	if all[0].Start.IsZero() && !speaks(lines, all[0].day) {
		return occasion{}, false
	}
	return all[0], true
}

// speaks reports whether the line of a day, or the one above it, speaks of a meeting.
func speaks(lines []string, d spot) bool {
	return reMeeting().MatchString(lines[d.line]) || d.line > 0 && reMeeting().MatchString(lines[d.line-1])
}

// moved leaves out the earlier of two days in a line that says that the meeting
// was moved from one to the other.
func moved(all []occasion, lines []string) []occasion {
	var kept []occasion
	for i, m := range all {
		if i+1 < len(all) && all[i+1].day.line == m.day.line && reMoved().MatchString(lines[m.day.line]) && !reSlots().MatchString(lines[m.day.line]) {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// length returns how long the meeting takes, as Reader.When reads it; "" when
// that is not said, or in two ways.
func (t *text) length(lines []string) string {
	found := ""
	for _, line := range lines {
		for _, m := range reLength().FindAllStringSubmatch(line, 5) {
			said := lengthSaid(strings.ToLower(m[1]), strings.ToLower(m[2]))
			if said == "" {
				continue
			}
			if found != "" && found != said {
				return ""
			}
			found = said
		}
	}
	return found
}

func lengthSaid(number, unit string) string {
	hours := strings.HasPrefix(unit, "h") || strings.HasPrefix(unit, "s")
	switch number {
	case "half an", "media":
		return "30 min"
	case "a", "an", "one", "eine", "einer", "une", "una":
		number = "1"
	}
	if n, err := strconv.Atoi(number); err == nil && (n == 0 || hours && n > 4 || n > 480) {
		return "" // "10 heures" is a time of day
	}
	if hours {
		return number + " h"
	}
	return number + " min"
}

// labelledZone returns the zone of a line such as "Time zone: CET", "" for none.
func labelledZone(lines []string) string {
	for _, line := range lines {
		label, value, ok := strings.Cut(line, ":")
		switch strings.ToLower(strings.Trim(label, " *-")) {
		case "time zone", "timezone", "zeitzone", "fuseau horaire", "zona horaria", "huso horario":
			if name, _ := zoneAt(value); ok && name != "" {
				return name
			}
		}
	}
	return ""
}

// tongue returns the language that the words of an invitation are in, by its
// commonest small words: en, de, fr or es; "" when they do not tell.
func (t *text) tongue() string {
	small := map[string]string{
		"the": "en", "and": "en", "you": "en", "your": "en", "with": "en", "for": "en",
		"und": "de", "der": "de", "die": "de", "sie": "de", "mit": "de", "wir": "de", "ihre": "de", "f\u00fcr": "de",
		"le": "fr", "vous": "fr", "nous": "fr", "votre": "fr", "avec": "fr", "pour": "fr", "et": "fr", "au": "fr",
		"el": "es", "con": "es", "para": "es", "usted": "es", "tu": "es", "su": "es", "por": "es", "del": "es", "y": "es",
	}
	counts := map[string]int{}
	best := ""
	for _, line := range t.lines[:min(len(t.lines), 60)] {
		for w := range strings.FieldsSeq(strings.ToLower(line)) {
			if l := small[strings.Trim(w, ".,:;!?")]; l != "" {
				counts[l]++
				if counts[l] > counts[best] {
					best = l
				}
			}
		}
	}
	return best
}
