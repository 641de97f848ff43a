package invite

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A spot is a date or a time in a line, with the words that Reader.When reads
// for it.
type spot struct {
	line, start, end int
	said             string // such as "tue 24 nov 2026" or "15:00-16:00"
	zone             string // beside a time; "" for none
	ends             bool   // a time that has an end
	bare             bool   // a weekday or a near word alone: only with a time beside it
}

// dates are the forms in which a day is written.
type dateForm struct {
	re   *regexp.Regexp
	said func(m []string) string // "" when it is no date after all
}

var dateForms = sync.OnceValue(func() []dateForm {
	day, month := oneOf(weekdayWords()), oneOf(monthWords())
	wd := `(?:\b(` + day + `)\b\.?,? *(?:the |den |dem |le |el |d\. ?)?)?`
	year := `(?:,? *(?:de |del )?((?:19|20)\d\d)\b)?`
	form := func(re string, said func(m []string) string) dateForm {
		return dateForm{regexp.MustCompile(`(?i)` + re), said}
	}
	return []dateForm{
		form(`\b(\d{4}-\d\d-\d\d)\b`, func(m []string) string { return m[1] }),
		form(wd+`\b(\d{1,2})(?:st|nd|rd|th|er|\.|\x{ba})?(?: of| de| del)?[ -]*\b(`+month+`)\b\.?-?`+year, func(m []string) string {
			return dated(m[1], m[2], m[3], m[4])
		}),
		form(wd+`\b(`+month+`)\b\.? *(?:the )?(\d{1,2})(?:st|nd|rd|th)?\b`+year, func(m []string) string {
			return dated(m[1], m[3], m[2], m[4])
		}),
		form(wd+`\b(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d\d)\b)?`, func(m []string) string {
			return weekdaySaid(m[1]) + m[2] + "." + m[3] + "." + m[4]
		}),
		form(wd+`\b(\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?|\d{1,2}-\d{1,2}-\d{4})\b`, func(m []string) string {
			return weekdaySaid(m[1]) + m[2]
		}),
		form(`(?:^|\b| )(day after tomorrow|pasado ma\x{f1}ana|\x{fc}bermorgen|apr\x{e8}s-demain|tomorrow|today|heute|morgen|demain|aujourd'hui|hoy|ma\x{f1}ana)(?:[,: ]|$)`, func(m []string) string {
			return nearWords()[strings.ToLower(m[1])]
		}),
		form(`\b(?:(next|this|coming|n\x{e4}chste[nr]?|kommende[nr]?|diese[nr]?|ce|este|el pr\x{f3}ximo|pr\x{f3}ximo)? *)\b(`+day+`)\b( prochain| pr\x{f3}ximo)?`, weekdayAlone),
	}
})

func dated(weekday, day, month, year string) string {
	m, ok := monthWords()[strings.ToLower(month)]
	if !ok {
		return ""
	}
	return weekdaySaid(weekday) + day + " " + strings.ToLower(m.String()[:3]) + " " + year
}

func weekdaySaid(word string) string {
	d, ok := weekdayWords()[strings.ToLower(word)]
	if !ok {
		return ""
	}
	return strings.ToLower(d.String()[:3]) + " "
}

// weekdayAlone reads "next Tuesday" and "Dienstag". Short forms such as "mar"
// mean too much else to stand alone.
func weekdayAlone(m []string) string {
	if utf8.RuneCountInString(m[2]) < 5 {
		return ""
	}
	which := ""
	switch w := strings.ToLower(strings.TrimSpace(m[1] + m[3])); {
	case w == "next" || w == "prochain":
		which = "next "
	case w == "this" || strings.HasPrefix(w, "diese") || w == "ce" || w == "este":
		which = "this "
	}
	return which + strings.TrimSpace(weekdaySaid(m[2]))
}

// maxSpots is more than any invitation names.
const maxSpots = 60

// datesIn finds the days named in lines, in their order; of two that overlap the
// one of the stricter form counts.
func datesIn(lines []string) []spot {
	var all []spot
	for i, line := range lines {
		taken := make([]bool, len(line)+1)
		var here []spot
		for f, form := range dateForms() {
			for _, at := range form.re.FindAllStringSubmatchIndex(line, maxSpots) {
				m := groups(line, at)
				said := form.said(m)
				lead := len(m[0]) - len(strings.TrimLeft(m[0], " "))
				start, end := at[0]+lead, at[0]+len(strings.TrimRight(m[0], " ,:"))
				if said == "" || start >= end || taken[start] || taken[end-1] || !alone(line, start, end) || f >= 4 && inWords(line, start) {
					continue
				}
				for k := start; k < end; k++ {
					taken[k] = true
				}
				here = append(here, spot{line: i, start: start, end: end, said: strings.TrimSpace(said), bare: f >= 5})
			}
		}
		all = append(all, inOrder(here)...)
		if len(all) > maxSpots {
			return all[:maxSpots]
		}
	}
	return all
}

// inWords reports whether what stands before says that a word or a number is no
// date: "guten Morgen", "por la ma\u00f1ana", "24/7".
func inWords(line string, start int) bool {
	before := strings.ToLower(strings.TrimRight(line[:start], " "))
	for _, w := range []string{"guten", "good", "la", "las", "de la", "per", "every", "jeden", "chaque", "cada", "#", "http:/", "https:/"} {
		if before == w || strings.HasSuffix(before, " "+w) {
			return true
		}
	}
	return strings.HasPrefix(line[start:], "24/7")
}

// alone reports whether the words are not a part of a longer word, number or path.
func alone(line string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(line[:start])
	after, _ := utf8.DecodeRuneInString(line[end:])
	part := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '=' }
	if start > 0 && (part(before) || before == '/' || before == '#' || before == '-' && !unicode.IsSpace(rune(line[max(0, start-2)]))) {
		return false
	}
	return end == len(line) || !part(after) && after != '/' && after != '@'
}

func groups(line string, at []int) []string {
	m := make([]string, len(at)/2)
	for i := range m {
		if at[2*i] >= 0 {
			m[i] = line[at[2*i]:at[2*i+1]]
		}
	}
	return m
}
