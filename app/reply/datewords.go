package reply

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

func monthOf(word string) (time.Month, bool) {
	m, ok := dateWords().months[word]
	return m, ok
}

// A calendarWords holds the names of months and weekdays of all languages.
type calendarWords struct {
	months   map[string]time.Month
	weekdays map[string]time.Weekday
}

// dateWords returns the names, read once. A name that two months have in two
// languages is none.
var dateWords = sync.OnceValue(func() calendarWords {
	w := calendarWords{make(map[string]time.Month), make(map[string]time.Weekday)}
	for i, names := range lines("months") {
		for _, name := range names {
			if m, taken := w.months[name]; taken && m != time.Month(i+1) {
				w.months[name] = 0
				continue
			}
			w.months[name] = time.Month(i + 1)
		}
	}
	for name, m := range w.months {
		if m == 0 {
			delete(w.months, name)
		}
	}
	for i, names := range lines("weekdays") {
		for _, name := range names {
			w.weekdays[name] = time.Weekday((i + 1) % 7)
		}
	}
	return w
})

// lines returns the words of each line of a file of phrases.
func lines(name string) [][]string {
	text, _ := phraseFiles.ReadFile("phrases/" + name + ".txt") // part of the program
	var all [][]string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, strings.Fields(plain(line)))
		}
	}
	return all
}

// dated writes the dates of a plain text as the patterns read them: months of two
// words and of letters with full stops by their usual name, and Chinese numbers
// in figures.
func dated(text string) string {
	text = longMonths.Replace(text)
	text = dayRoman.ReplaceAllStringFunc(text, func(s string) string {
		m := dayRoman.FindStringSubmatch(s)
		return m[1] + m[2] + "." + strconv.Itoa(romanMonth(m[3])) + "." + strings.Trim(m[4], ".")
	})
	text = romanDay.ReplaceAllStringFunc(text, func(s string) string {
		m := romanDay.FindStringSubmatch(s)
		return m[1] + m[3] + "." + strconv.Itoa(romanMonth(m[2])) + "."
	})
	return hanNumber.ReplaceAllStringFunc(text, func(s string) string {
		number, unit := []rune(s), ""
		unit = string(number[len(number)-1])
		return strconv.Itoa(han(number[:len(number)-1])) + unit
	})
}

// longMonths are the months that are no single word: those of the Levant, and
// the short ones in Thai.
var longMonths = strings.NewReplacer(
	"كانون الثاني", "يناير", "كانون الأول", "ديسمبر", "تشرين الأول", "أكتوبر", "تشرين الثاني", "نوفمبر",
	"ม.ค.", "มกราคม ", "ก.พ.", "กุมภาพันธ์ ", "มี.ค.", "มีนาคม ", "เม.ย.", "เมษายน ", "พ.ค.", "พฤษภาคม ", "มิ.ย.", "มิถุนายน ",
	"ก.ค.", "กรกฎาคม ", "ส.ค.", "สิงหาคม ", "ก.ย.", "กันยายน ", "ต.ค.", "ตุลาคม ", "พ.ย.", "พฤศจิกายน ", "ธ.ค.", "ธันวาคม ",
)

// romans are the months as some languages count them, and dayRoman and romanDay
// a day beside one. A single letter may be a word, and is none.
var (
	romans   = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}
	dayRoman = regexp.MustCompile(`(^|[\s-])(\d{1,2})\.\s?(viii|vii|vi|iv|iii|ii|ix|xii|xi)([.\s]|$)`)
	romanDay = regexp.MustCompile(`(^|\s)(viii|vii|vi|iv|iii|ii|ix|xii|xi)\.\s?(\d{1,2})\b`)
)

func romanMonth(s string) int { return slices.Index(romans, s) + 1 }

// hanNumber is a number up to 39 before a month or a day, in Chinese letters.
var hanNumber = regexp.MustCompile(`[一二三四五六七八九十]{1,3}[月日号號]`)

// han reads a number up to 99 in Chinese letters.
func han(number []rune) int {
	n := 0
	for _, r := range number {
		if r == '十' {
			n = max(n, 1) * 10
			continue
		}
		n += strings.IndexRune("一二三四五六七八九", r)/len("一") + 1
	}
	return n
}
