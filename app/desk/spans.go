package desk

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword/app/invite"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// weekdays are the names by which a weekend is stored, from Monday on.
func weekdays() []string { return []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} }

// weekendText writes a weekend as it is typed in the window's language: "Sat, Sun".
func weekendText(days []int) string {
	var names []string
	for _, d := range days {
		if d >= 0 && d < 7 {
			names = append(names, words.Weekdays(time.Monday)[d])
		}
	}
	return strings.Join(names, ", ")
}

// weekdayTyped returns which weekday a word names, in English or in the window's
// language, short or in full; -1 for none.
func weekdayTyped(word string) int {
	word = strings.TrimSuffix(word, ".")
	for d, name := range words.Weekdays(time.Monday) {
		if strings.EqualFold(strings.TrimSuffix(name, "."), word) {
			return d
		}
	}
	english := strings.ToLower(invite.English(word, assets.Spoken()))
	return slices.Index(weekdays(), english[:min(3, len(english))])
}

// weekendOf reads "sat, sun"; nothing is a week without a weekend.
func weekendOf(into *[]int, text string) error {
	days := []int{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ',' || r == ' ' }) {
		i := weekdayTyped(word)
		if i < 0 {
			return invalid(assets.L(`"{{.Value}}" is no weekday; write {{.Example}}`, assets.Args{"Value": word, "Example": weekendText([]int{5, 6})}))
		}
		days = append(days, i)
	}
	*into = days
	return nil
}

// freezeText writes spans as they are typed in the window's language: "24 Dec - 1
// Jan".
func freezeText(spans [][]string) string {
	var all []string
	for _, span := range spans {
		if len(span) != 2 {
			continue // never stored
		}
		from, err1 := time.Parse("01-02", span[0])
		to, err2 := time.Parse("01-02", span[1])
		if err1 == nil && err2 == nil {
			all = append(all, dayOfYear(from)+" - "+dayOfYear(to))
		}
	}
	return strings.Join(all, ", ")
}

// freezeOf reads "24 Dec - 1 Jan, 1 Aug - 15 Aug"; nothing is no freeze.
func freezeOf(into *[][]string, text string) error {
	spans := [][]string{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' }) {
		first, last, ok := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
		from, ok1 := dayTyped(first)
		to, ok2 := dayTyped(last)
		if !ok || !ok1 || !ok2 {
			example := freezeText([][]string{{"12-24", "01-01"}})
			return invalid(assets.L(`"{{.Value}}" is no span; write {{.Example}}`, assets.Args{"Value": strings.TrimSpace(part), "Example": example}))
		}
		spans = append(spans, []string{from.Format("01-02"), to.Format("01-02")})
	}
	*into = spans
	return nil
}

// leap is a year that has every day.
const leap = 2024

// dayOfYear writes a day without its year: "24 Dec".
func dayOfYear(t time.Time) string {
	return assets.L("{{.Day}} {{.Mon}}", assets.Args{"Day": assets.DayOfMonth(t.Day()), "Mon": words.MonthShort(data.DayOf(t, time.UTC))})
}

// dayTyped reads "24 Dec" in English or in the window's language.
func dayTyped(text string) (time.Time, bool) {
	english := strings.TrimSuffix(invite.English(strings.TrimSpace(text), assets.Spoken()), ".")
	for _, form := range []string{"2 Jan 2006", "2 January 2006"} {
		if t, err := time.Parse(form, english+" "+strconv.Itoa(leap)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
