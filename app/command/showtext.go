package command

import (
	"slices"
	"strings"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// showText is one application for people: where it stands, then the plan, the
// interviews, the people and the timeline, each line with its id at the end.
func showText(d *desk.Desk, det desk.Detail) string {
	var plan, met, people, past [][]string
	for _, s := range det.Steps {
		plan = append(plan, []string{"  " + s.Title, s.Date, s.Why, string(s.Item.Key)})
	}
	s := d.Speaker(data.DefaultSettings())
	told := det.Case
	told.Interviews = slices.Concat(det.Rounds, det.Cancelled)
	for _, iv := range det.Rounds {
		met = append(met, []string{"  " + s.Met(&told, iv), s.Span(iv), words.Kind(iv.Kind), iv.Place, string(iv.ID)})
	}
	for _, iv := range det.Cancelled {
		met = append(met, []string{"  " + s.Met(&told, iv), s.Span(iv), assets.L("Cancelled"), iv.Place, string(iv.ID)})
	}
	for _, p := range det.People {
		people = append(people, []string{"  " + p.Person.Name, p.Person.Job, p.Person.Address(), p.Note})
	}
	for _, e := range det.Timeline {
		text := e.Text
		if e.Undone {
			text = assets.L("{{.Event}} (taken back)", assets.Args{"Event": e.Text})
		}
		past = append(past, []string{"  " + e.Date, text, e.Why, string(e.Event)})
	}
	head := []string{det.Case.Application.Company, det.Subtitle, words.Dotted(words.Badge(det.Badge), det.Best), det.Standing}
	var text strings.Builder
	for _, line := range head {
		if line != "" {
			text.WriteString(line + "\n")
		}
	}
	section(&text, assets.L("Plan"), plan)
	section(&text, assets.L("Interviews"), met)
	section(&text, assets.L("People"), people)
	section(&text, assets.L("Timeline"), past)
	return strings.TrimRight(text.String(), "\n")
}

func section(text *strings.Builder, title string, rows [][]string) {
	if len(rows) > 0 {
		text.WriteString("\n" + title + "\n" + table(rows) + "\n")
	}
}
