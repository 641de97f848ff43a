package reply

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"afterword/data"
)

// The ways in which a notice writes a date.
var (
	isoDate = regexp.MustCompile(`\b(20\d\d)-(\d\d)-(\d\d)\b`)
	dotDate = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.(\s?(20\d\d|\d\d)\b)?`)
	barDate = regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})([/-](20\d\d|\d\d))?\b`)
	cjkDate = regexp.MustCompile(`(?:(20\d\d)\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]`)
	dayWord = regexp.MustCompile(`(\d{1,2})(?:st|nd|rd|th|er|º|ª|:e|\.)?\s+(?:of\s+|de\s+|d')?(\p{L}{2,})\.?,?(?:\s+(?:de\s+)?(20\d\d))?`)
	wordDay = regexp.MustCompile(`(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b,?(?:\s+(20\d\d))?`)
	dayOnly = regexp.MustCompile(`(\p{L}{5,})`)
)

// backWords stand before the date of a return or an end; without one of them a
// date in a notice says nothing.
var backWords = regexp.MustCompile(`(?i)(until|till|through|\bto\b|back|return|up to|bis|zurück|wieder|ab dem|jusqu|retour|à partir|reviens|hasta|regres|vuelv|vuelta|a partir|fino|al\b|rientr|torner|dal\b|tot|terug|vanaf|até|volt|retorn|till|tillbaka|åter|tilbage|tilbake|til\b|asti|saakka|palaan|takaisin|do\b|wracam|powr|od\b|vrát|zpět|kadar|dön|itibaren|до\b|вернусь|возвращ|с\b|まで|から|戻|至|到|回|까지|복귀|부터)`)

// throughWords say that the day itself is still away.
var throughWords = regexp.MustCompile(`(?i)(through|up to and including|\binclu(ding|sive|s|sif)\b|bis einschlie(ß|ss)lich|einschlie(ß|ss)lich|bis zum|bis\s+\d|jusqu'au .{0,30}inclus|inclusive|incluido|compreso|incluso|t/m|tot en met|til og med|till och med|t\.o\.m|włącznie|včetně|dahil|включительно|まで|까지)`)

// firstDayWords say that the day is the first one back.
var firstDayWords = regexp.MustCompile(`(?i)(back|return|wieder|zurück|de retour|reviens|regres|vuelv|vuelta|rientr|torner|terug|volt|retorn|tillbaka|åter|tilbage|tilbake|palaan|takaisin|wracam|powr|vrát|zpět|dön|вернусь|возвращ|戻|から|복귀|回)`)

// returnDate finds the date of a return in a notice.
func returnDate(m Mail) (day data.Day, inclusive bool) {
	return back(m.Subject+". "+m.New, m.Date, american(m.Date))
}

// american reports whether the sender writes the month first, as those do whose
// clock is that of North America.
func american(said time.Time) bool {
	_, offset := said.Zone()
	hours := offset / 3600
	return hours <= -4 && hours >= -10
}

// back finds the date of a return in a notice: the last date of it that stands
// behind a word of returning. A date that can be read in two ways is none: none
// is better than a wrong one.
func back(text string, said time.Time, american bool) (day data.Day, inclusive bool) {
	ref := data.DayOf(said, said.Location())
	for _, line := range sentences(text) {
		found, at, ok := lastDate(line, ref, american)
		if !ok || !backWords.MatchString(line) || found.Before(ref) || found.Sub(ref) > 400 {
			continue
		}
		if !day.IsZero() && found.Before(day) {
			continue
		}
		day, inclusive = found, through(line, at)
	}
	return day, inclusive
}

// through reports whether a sentence says that its last date is still away. A
// word of being back, nearer to the date than a word of ending, says it is not.
func through(line string, at int) bool {
	before := line[:at]
	last := func(r *regexp.Regexp) int {
		all := r.FindAllStringIndex(before, -1)
		if len(all) == 0 {
			return -1
		}
		return all[len(all)-1][0]
	}
	if last(firstDayWords) > last(throughWords) {
		return false
	}
	return throughWords.MatchString(line)
}

// sentences parts a notice where a full stop ends a sentence, not where it
// stands behind a number.
func sentences(text string) []string {
	text = strings.ReplaceAll(text, "\n", " ")
	var all []string
	start := 0
	for i, r := range text {
		end := r == '!' || r == '?' || r == '。' || r == ';'
		if r == '.' && i > 0 && (text[i-1] < '0' || text[i-1] > '9') && (i+1 == len(text) || text[i+1] == ' ') && len(lastWord(text[start:i])) > 3 {
			end = true
		}
		if end {
			all = append(all, text[start:i])
			start = i + len(string(r))
		}
	}
	return append(all, text[start:])
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// A candidate is a date and where it stands.
type candidate struct {
	day data.Day
	at  int
}

// lastDate returns the date that stands last in a sentence.
func lastDate(line string, ref data.Day, american bool) (data.Day, int, bool) {
	all := dates(line, ref, american)
	if len(all) == 0 {
		return data.Day{}, 0, false
	}
	best := all[0]
	for _, c := range all {
		if c.at >= best.at {
			best = c
		}
	}
	return best.day, best.at, !best.day.IsZero()
}

func dates(line string, ref data.Day, american bool) []candidate {
	var all []candidate
	add := func(at int, year string, m time.Month, day string) {
		d, _ := strconv.Atoi(day)
		all = append(all, candidate{civil(year, m, d, ref), at})
	}
	for _, s := range isoDate.FindAllStringSubmatchIndex(line, -1) {
		add(s[0], line[s[2]:s[3]], number(line[s[4]:s[5]]), line[s[6]:s[7]])
	}
	for _, s := range dotDate.FindAllStringSubmatchIndex(line, -1) {
		add(s[0], group(line, s, 4), number(line[s[4]:s[5]]), line[s[2]:s[3]])
	}
	for _, s := range cjkDate.FindAllStringSubmatchIndex(line, -1) {
		add(s[0], group(line, s, 1), number(group(line, s, 2)), group(line, s, 3))
	}
	for _, s := range dayWord.FindAllStringSubmatchIndex(line, -1) {
		if m := month(group(line, s, 2)); m != 0 {
			add(s[0], group(line, s, 3), m, group(line, s, 1))
		}
	}
	for _, s := range wordDay.FindAllStringSubmatchIndex(line, -1) {
		if m := month(group(line, s, 1)); m != 0 {
			add(s[0], group(line, s, 3), m, group(line, s, 2))
		}
	}
	if len(all) > 0 {
		return all
	}
	if all = slashed(line, ref, american); len(all) > 0 {
		return all
	}
	return weekdays(line, ref)
}
