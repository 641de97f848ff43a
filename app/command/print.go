package command

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"

	"afterword/app/desk"
	"afterword/data"
)

// say prints a document as JSON, or what people shows of it.
func (c *cli) say(document any, people func() string) error {
	if !c.json {
		_, err := fmt.Fprintln(c.out, harmless(people()))
		return err
	}
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	return e.Encode(document)
}

// harmless takes out of strangers' words what a terminal would obey: control
// characters (C0, C1) and marks that turn the direction of writing.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return '\uFFFD'
		}
		return r
	}, text)
}

// stamp writes an instant in the user's zone; nil for none.
func stamp(d *desk.Desk, t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.In(d.Zone()).Format(time.RFC3339)
	return &s
}

func orNull[T ~string](s T) *string {
	if s == "" {
		return nil
	}
	text := string(s)
	return &text
}

// find returns the application that a word names: an id or its end, a company,
// or else the beginning of one company's name.
func find(ctx context.Context, d *desk.Desk, word string) (data.ID, error) {
	rows, err := d.List(ctx, desk.Filter{All: true})
	if err != nil {
		return "", err
	}
	var fits, begun []desk.Row
	for _, r := range rows {
		switch {
		case string(r.ID) == word:
			return r.ID, nil
		case strings.EqualFold(r.Company, word), len(word) >= 6 && strings.HasSuffix(string(r.ID), word):
			fits = append(fits, r)
		case word != "" && strings.HasPrefix(strings.ToLower(r.Company), strings.ToLower(word)):
			begun = append(begun, r)
		}
	}
	if len(fits) == 0 {
		fits = begun
	}
	switch len(fits) {
	case 0:
		return "", fmt.Errorf("no application %q; afterword list --all shows them", word)
	case 1:
		return fits[0].ID, nil
	}
	var lines [][]string
	for _, r := range fits {
		lines = append(lines, []string{string(r.ID), r.Company, r.Role})
	}
	return "", fmt.Errorf("%q fits %d applications; name one of these ids:\n%s", word, len(fits), table(lines))
}

// table lines up columns for people.
func table(rows [][]string) string {
	var widths []int
	for _, r := range rows {
		for i, cell := range r {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for i, r := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		var line strings.Builder
		for j, cell := range r {
			line.WriteString(cell + strings.Repeat(" ", widths[j]-len([]rune(cell))+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
	}
	return b.String()
}
