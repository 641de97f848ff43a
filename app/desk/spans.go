package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/data"
)

// weekdays are the names by which a weekend is typed, from Monday on.
func weekdays() []string { return []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} }

// weekendText writes a weekend as it is typed: "Sat, Sun".
func weekendText(days []int) string {
	var names []string
	for _, d := range days {
		if d >= 0 && d < 7 {
			name := weekdays()[d]
			names = append(names, strings.ToUpper(name[:1])+name[1:])
		}
	}
	return strings.Join(names, ", ")
}

// weekendOf reads "sat, sun"; nothing is a week without a weekend.
func weekendOf(into *[]int, text string) error {
	days := []int{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ',' || r == ' ' }) {
		i := slices.Index(weekdays(), word[:min(3, len(word))])
		if i < 0 {
			return fmt.Errorf("%q is no weekday; write Sat, Sun: %w", word, data.ErrInvalid)
		}
		days = append(days, i)
	}
	*into = days
	return nil
}

// freezeText writes spans as they are typed: "24 Dec - 1 Jan".
func freezeText(spans [][]string) string {
	var all []string
	for _, span := range spans {
		if len(span) != 2 {
			continue // never stored
		}
		from, err1 := time.Parse("01-02", span[0])
		to, err2 := time.Parse("01-02", span[1])
		if err1 == nil && err2 == nil {
			all = append(all, from.Format("2 Jan")+" - "+to.Format("2 Jan"))
		}
	}
	return strings.Join(all, ", ")
}

// freezeOf reads "24 Dec - 1 Jan, 1 Aug - 15 Aug"; nothing is no freeze.
func freezeOf(into *[][]string, text string) error {
	spans := [][]string{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' }) {
		first, last, ok := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
		from, err1 := time.Parse("2 Jan 2006", strings.TrimSpace(first)+" 2024")
		to, err2 := time.Parse("2 Jan 2006", strings.TrimSpace(last)+" 2024")
		if !ok || err1 != nil || err2 != nil {
			return fmt.Errorf("%q is no span; write 24 Dec - 1 Jan: %w", strings.TrimSpace(part), data.ErrInvalid)
		}
		spans = append(spans, []string{from.Format("01-02"), to.Format("01-02")})
	}
	*into = spans
	return nil
}
