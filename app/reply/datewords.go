package reply

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// dated writes the dates of a plain text as the patterns read them: months of two
// words and of letters with full stops by their usual name, and Chinese numbers
// in figures.
func dated(text string) string {
	text = longMonths.Replace(text)
	text = dayRoman.ReplaceAllStringFunc(text, func(s string) string {
		m := dayRoman.FindStringSubmatch(s)
		return m[1] + "." + strconv.Itoa(romanMonth(m[2])) + "."
	})
	text = romanDay.ReplaceAllStringFunc(text, func(s string) string {
		m := romanDay.FindStringSubmatch(s)
		return m[2] + "." + strconv.Itoa(romanMonth(m[1])) + "."
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
	dayRoman = regexp.MustCompile(`\b(\d{1,2})\.\s?(viii|vii|vi|iv|iii|ii|ix|xii|xi)\b\.?`)
	romanDay = regexp.MustCompile(`\b(viii|vii|vi|iv|iii|ii|ix|xii|xi)\.\s?(\d{1,2})\b`)
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
