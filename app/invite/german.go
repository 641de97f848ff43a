package invite

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// fromGerman returns text with the German words of days and times in English:
// "bis Ende nächster Woche" is "by end of next week", "4. Dez. 15 Uhr" is
// "4 December 15:00".
func fromGerman(text string, _ bool) string {
	g := german()
	text = g.dots.ReplaceAllStringFunc(text, g.dotted)
	text = g.hour.ReplaceAllStringFunc(text, func(s string) string {
		m := g.hour.FindStringSubmatch(s)
		minutes := m[2] + m[3]
		if minutes == "" {
			minutes = "00"
		}
		return m[1] + ":" + minutes
	})
	text = g.until.ReplaceAllString(text, "$1-$2")
	text = g.month.ReplaceAllString(text, "$1 $2")
	return g.word.ReplaceAllStringFunc(text, func(s string) string {
		m := g.word.FindStringSubmatch(s)
		plain := strings.ToLower(strings.TrimRight(m[2], "."))
		if english, ok := g.words[plain]; ok && (len(plain) > 2 || strings.HasSuffix(m[2], ".") || !weekdayLetters(plain)) {
			return m[1] + english
		}
		return s
	})
}

// A glossary is what fromGerman knows.
type glossary struct {
	words                          map[string]string
	word, dots, hour, until, month *regexp.Regexp
}

var german = sync.OnceValue(func() *glossary {
	g := &glossary{words: map[string]string{
		"heute": "today", "jetzt": "now", "morgen": "tomorrow", "gestern": "yesterday", "ende": "end of", "anfang": "beginning of", "mitte": "middle of",
		"woche": "week", "wochen": "weeks", "monat": "month", "monats": "month", "monate": "months", "monaten": "months", "tag": "day",
		"tage": "days", "tagen": "days", "arbeitstagen": "working days", "bis": "by", "um": "at", "zwei": "two", "drei": "three",
		"vier": "four", "f\u00fcnf": "five", "sechs": "six", "acht": "eight", "zehn": "ten", "einer": "one", "einem": "one",
		"sp\u00e4testens": "", "zum": "", "zur": "", "der": "", "des": "", "den": "", "dem": "",
	}}
	for i, days := range [...]string{"sonntag so", "montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa"} {
		for _, name := range strings.Fields(days) {
			g.words[name] = time.Weekday(i).String()
		}
	}
	var months []string
	for i, names := range [...]string{
		"januar j\u00e4nner jan", "februar feb", "m\u00e4rz m\u00e4r", "april apr", "mai", "juni jun", "juli jul", "august aug",
		"september sept sep", "oktober okt", "november nov", "dezember dez",
	} {
		for _, name := range strings.Fields(names) {
			if english := time.Month(i + 1).String(); !strings.HasPrefix(strings.ToLower(english), name) {
				g.words[name] = english // "nov" is read as it is
			}
			months = append(months, name)
		}
	}
	for _, end := range []string{"e", "en", "er", "es", "em"} {
		g.words["n\u00e4chst"+end], g.words["kommend"+end], g.words["dies"+end] = "next", "next", "this"
	}
	g.word = regexp.MustCompile(`(^|[\s,(-])(\pL+\.?)`)
	g.dots = regexp.MustCompile(`\b(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4})\b)?`)
	g.hour = regexp.MustCompile(`(?i)\b(\d{1,2})(?:[:.](\d\d))? ?uhr(?: (\d\d)\b)?`)
	g.until = regexp.MustCompile(`(?i)(\d) bis (\d)`)
	g.month = regexp.MustCompile(`(?i)(?:\bam )?\b(\d{1,2})\. ?((?:` + strings.Join(months, "|") + `)\b)`)
	return g
})

// dotted writes "4.12." as "4 December" and "4.12.2026" as "2026-12-04"; what is
// no such day stays.
func (g *glossary) dotted(s string) string {
	m := g.dots.FindStringSubmatch(s)
	day, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	switch {
	case day < 1 || day > 31 || month < 1 || month > 12:
		return s
	case m[3] != "":
		return fmt.Sprintf("%s-%02d-%02d", m[3], month, day)
	}
	return strconv.Itoa(day) + " " + time.Month(month).String()
}

// weekdayLetters reports whether a word is the short form of a weekday, which is
// one only with its stop: "so" and "do" are words too.
func weekdayLetters(word string) bool {
	return strings.Contains(" so mo di mi do fr sa ", " "+word+" ")
}
