package screen

import (
	"strings"
	"time"

	"afterword/app/desk"
	"afterword/app/invite"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// readWhen echoes the time in full words; of two readings it asks which.
func (a *addSheet) readWhen() {
	was := a.reading
	a.reading, a.known = nil, false
	a.when.entry.SetError("")
	text := strings.TrimSpace(a.when.entry.Text())
	echo := ""
	if text != "" {
		if w, err := a.reader().When(text); err != nil {
			echo = a.Explain(err)
		} else {
			a.reading = append([]invite.When{w}, w.Others...)
			a.known = true
		}
	}
	a.read = invite.When{}
	if a.known {
		a.read = a.reading[0]
	}
	a.ask(was)
	a.showEcho(echo)
	a.foretell()
}

func (a *addSheet) reader() invite.Reader {
	r, err := a.Desk.Reader(a.Context)
	if err != nil {
		r = invite.Reader{Now: a.Desk.Now(), Zone: a.Desk.Zone(), DayFirst: true}
	}
	return r
}

// ask shows two chips when the words can be read in two ways; the likeliest is
// chosen.
func (a *addSheet) ask(was []invite.When) {
	if len(a.reading) < 2 && a.which == nil {
		return
	}
	if len(a.reading) < 2 {
		a.which = nil
		a.arrange()
		return
	}
	if a.which != nil && len(was) > 1 && sameWhen(was[0], a.reading[0]) && sameWhen(was[1], a.reading[1]) {
		a.read = a.reading[max(0, a.which.Chosen())]
		return
	}
	s := a.Desk.Speaker(data.DefaultSettings())
	a.which = a.Kit.Choice("add.which", assets.L("Which one?"), []widgets.Option{
		{ID: "add.which.first", Label: words.Sentence(fullWhen(s, a.reading[0]))},
		{ID: "add.which.second", Label: words.Sentence(fullWhen(s, a.reading[1]))},
	}, func(i int) {
		a.read = a.reading[i]
		a.showEcho("")
		a.foretell()
	})
	a.which.Choose(0)
	a.arrange()
}

func sameWhen(a, b invite.When) bool { return a.Start.Equal(b.Start) && a.Date == b.Date }

func (a *addSheet) showEcho(trouble string) {
	s := a.Desk.Speaker(data.DefaultSettings())
	switch {
	case len(a.reading) > 1:
		a.echo.SetText(assets.L("{{.When}}. It can be read in two ways; check that it is this one.", assets.Args{"When": fullWhen(s, a.read)}))
	case a.known:
		a.echo.SetText(words.Sentence(fullWhen(s, a.read)))
	default:
		a.echo.SetText(trouble)
	}
	a.sheet.Refresh()
}

// fullWhen returns "Tuesday 24 November, 15:00–16:00", and the time there when
// another zone was said.
func fullWhen(s words.Speaker, w invite.When) string {
	if w.Start.IsZero() {
		return fullDay(s, w.Date)
	}
	clock := w.Start.In(s.Zone).Format("15:04")
	if !w.End.IsZero() {
		clock += "–" + w.End.In(s.Zone).Format("15:04")
	}
	text := assets.L("{{.Date}}, {{.Time}}", assets.Args{"Date": fullDay(s, data.DayOf(w.Start, s.Zone)), "Time": clock})
	there := w.Start
	if loc, err := time.LoadLocation(w.Zone); w.Zone != "" && err == nil {
		there = w.Start.In(loc)
	}
	if there.Format("-07:00") != w.Start.In(s.Zone).Format("-07:00") {
		text = assets.L("{{.Here}} ({{.There}} there)", assets.Args{"Here": text, "There": assets.L(there.Format("Mon")) + there.Format(" 15:04 MST")})
	}
	return text
}

func (a *addSheet) saidText() string {
	switch a.said.Chosen() {
	case 1:
		return "this week"
	case 2:
		return "next week"
	case 3:
		return strings.TrimSpace(a.date.Text())
	}
	return ""
}

func (a *addSheet) saidChanged() {
	if a.said.Chosen() == 3 {
		a.date.Show()
	} else {
		a.date.Hide()
	}
	a.foretell()
}

// foretell says what would be planned, before anything is saved.
func (a *addSheet) foretell() {
	var lines []string
	n := a.application()
	said := n.Said
	if said != "" {
		day, err := a.Desk.Promise(a.Context, said, a.day())
		if err != nil {
			lines = append(lines, assets.L("We can't read a date in that yet."))
			n.Said = ""
		} else {
			lines = append(lines, assets.L("They'd decide by {{.Date}}.", assets.Args{"Date": a.Desk.Speaker(data.DefaultSettings()).Day(day)}))
		}
	}
	if a.known {
		if steps, err := a.Desk.Foresee(a.Context, n); err == nil {
			if line := a.Desk.Outline(steps); line != "" {
				lines = append(lines, line)
			}
		}
	}
	a.plan.SetText(strings.Join(lines, "\n"))
	a.sheet.Refresh()
}

func (a *addSheet) day() data.Day {
	if a.read.Date.IsZero() && !a.read.Start.IsZero() {
		return data.DayOf(a.read.Start, a.Desk.Zone())
	}
	return a.read.Date
}

// application gathers what the fields say.
func (a *addSheet) application() desk.NewApplication {
	first := desk.NewInterview{
		Start: a.read.Start, End: a.read.End, Date: a.read.Date, Zone: a.read.Zone,
		Kind: a.more.chosenKind(), Place: strings.TrimSpace(a.more.place.entry.Text()), With: a.people(),
	}
	if a.when.mine() {
		first.UID = a.invitation.UID
	}
	n := desk.NewApplication{
		Company: strings.TrimSpace(a.company.entry.Text()), Role: strings.TrimSpace(a.role.entry.Text()), Said: a.saidText(),
		Source: a.more.source(), Notes: strings.TrimSpace(a.more.notes.entry.Text()), First: first,
	}
	if a.more.checkCountry() == "" {
		n.Country = strings.TrimSpace(a.more.country.entry.Text())
	}
	return n
}
