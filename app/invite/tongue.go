package invite

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// monthWords gives the months as they are written in mails in four languages.
var monthWords = sync.OnceValue(func() map[string]time.Month {
	return named([]string{
		"january jan januar j\u00e4nner janvier janv enero ene",
		"february feb februar febr f\u00e9vrier f\u00e9vr fevrier febrero",
		"march mar m\u00e4rz m\u00e4r maerz mars marzo",
		"april apr avril avr abril abr",
		"may mai mayo",
		"june jun juni juin junio",
		"july jul juli juillet juil julio",
		"august aug ao\u00fbt aout agosto ago",
		"september sep sept septembre septiembre",
		"october oct oktober okt octobre octubre",
		"november nov novembre noviembre",
		"december dec dezember dez d\u00e9cembre d\u00e9c decembre diciembre dic",
	}, func(i int) time.Month { return time.Month(i + 1) })
})

// weekdayWords gives the days of the week in four languages.
var weekdayWords = sync.OnceValue(func() map[string]time.Weekday {
	return named([]string{
		"sunday sun sonntag dimanche domingo",
		"monday mon montag lundi lunes",
		"tuesday tue tues dienstag mardi martes",
		"wednesday wed mittwoch mercredi mi\u00e9rcoles miercoles",
		"thursday thu thur thurs donnerstag jeudi jueves",
		"friday fri freitag vendredi viernes",
		"saturday sat samstag sonnabend samedi s\u00e1bado sabado",
	}, func(i int) time.Weekday { return time.Weekday(i) })
})

func named[T any](rows []string, value func(i int) T) map[string]T {
	all := make(map[string]T)
	for i, row := range rows {
		for word := range strings.FieldsSeq(row) {
			all[word] = value(i)
		}
	}
	return all
}

// oneOf returns a pattern for any of the words, the longest first.
func oneOf[T any](words map[string]T) string {
	var all []string
	for w := range words {
		all = append(all, regexp.QuoteMeta(w))
	}
	slices.SortFunc(all, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return `(?:` + strings.Join(all, "|") + `)`
}

// nearWords are the days that are said from today, as Reader.When reads them.
func nearWords() map[string]string {
	return map[string]string{
		"today": "today", "heute": "today", "aujourd'hui": "today", "hoy": "today",
		"tomorrow": "tomorrow", "morgen": "tomorrow", "demain": "tomorrow", "ma\u00f1ana": "tomorrow",
		"day after tomorrow": "day after tomorrow", "\u00fcbermorgen": "day after tomorrow", "apr\u00e8s-demain": "day after tomorrow", "pasado ma\u00f1ana": "day after tomorrow",
	}
}

// zoneWords are names of zones that Reader.When does not know by themselves.
func zoneWords() map[string]string {
	return map[string]string{
		"mitteleurop\u00e4ische zeit": "Europe/Berlin", "mitteleurop\u00e4ische sommerzeit": "Europe/Berlin", "deutscher zeit": "Europe/Berlin",
		"heure de paris": "Europe/Paris", "heure fran\u00e7aise": "Europe/Paris", "heure d'europe centrale": "Europe/Paris",
		"hora de madrid": "Europe/Madrid", "hora peninsular": "Europe/Madrid", "hora de espa\u00f1a": "Europe/Madrid",
		"hora de m\u00e9xico": "America/Mexico_City", "hora de bogot\u00e1": "America/Bogota",
		"us eastern": "America/New_York", "us pacific": "America/Los_Angeles", "us central": "America/Chicago",
		"western european": "Europe/Lisbon", "eastern european": "Europe/Athens", "greenwich mean": "Europe/London",
		"rome": "Europe/Rome", "brussels": "Europe/Brussels", "copenhagen": "Europe/Copenhagen", "oslo": "Europe/Oslo",
		"prague": "Europe/Prague", "budapest": "Europe/Budapest", "bern": "Europe/Zurich", "wien": "Europe/Vienna", "rom": "Europe/Rome",
		"z\u00fcrich": "Europe/Zurich", "mexico city": "America/Mexico_City", "bogota": "America/Bogota",
	}
}

var (
	reBefore = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[ ,;.()\[\]|·\x{22c5}-]*`) })
	reZoneAt = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:([A-Za-z]+(?:/[A-Za-z_+-]+){1,2})|(?i:(utc|gmt) ?([+-]\d{1,2}(?::?\d\d)?))|([+-]\d\d:?\d\d)|([\p{L}']+(?: [\p{L}']+){0,3}))`)
	})
)

// zoneAt reads the zone that a text begins with, after some punctuation. It
// returns a name that Reader.When knows, and how much of the text it took.
func zoneAt(s string) (name string, n int) {
	n = len(reBefore().FindString(s))
	m := reZoneAt().FindStringSubmatch(s[n:])
	switch {
	case m == nil:
		return "", 0
	case m[1] != "":
		if loc, ok := Location(m[1]); ok {
			return loc.String(), n + len(m[0])
		}
		return "", 0
	case m[3] != "" || m[4] != "":
		after := n + len(m[0])
		if place, more := zoneAt(s[after:]); more > 0 && strings.Contains(place, "/") {
			return place, after + more // "(UTC+01:00) Amsterdam, Berlin": the place knows its summer
		}
		return m[3] + m[4], after
	}
	words := strings.Fields(m[5])
	for k := min(len(words), 4); k > 0; k-- {
		said := strings.Join(words[:k], " ")
		if zone := zoneNamed(said); zone != "" {
			return zone, n + len(said)
		}
	}
	return "", 0
}

// zoneNamed returns the IANA zone of an abbreviation, a city or "Central
// European Summer Time", "" for none. Short abbreviations count in capitals only.
func zoneNamed(said string) string {
	low := strings.ToLower(said)
	if zone, ok := zoneWords()[low]; ok {
		return zone
	}
	plain := strings.TrimSuffix(low, " time")
	for _, season := range []string{" standard", " daylight", " summer"} {
		plain = strings.TrimSuffix(plain, season)
	}
	zone, ok := zoneNames()[plain]
	if !ok {
		zone, ok = zoneWords()[plain]
	}
	if ok && (plain != low || said == strings.ToUpper(said) || len(said) > 4 && strings.ToUpper(said[:1]) == said[:1]) {
		return zone
	}
	return ""
}
