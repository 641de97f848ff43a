package screen

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A saidSheet asks what an answer meant, and shows the new plan before it is
// saved.
type saidSheet struct {
	*Host
	application data.ID
	class       data.ReplyClass
	day         data.Day
	date        *widgets.Entry
	echo        *widgets.Text
	preview     *widgets.Text
	buttons     map[data.ReplyClass]*widgets.Button
	peek        func() // plans as if the answer were filed, and tells
	loader      loader
	sheet       *widgets.Sheet
}

type saidChoice struct {
	class data.ReplyClass
	label string
}

func saidChoices() []saidChoice {
	return []saidChoice{
		{data.ReplyCourtesy, assets.L("A courtesy, no more")},
		{data.ReplyStillDeciding, assets.L("Still deciding")},
		{data.ReplyPromise, assets.L("By a date")},
		{data.ReplyNextRound, assets.L("A next round")},
		{data.ReplyRejection, assets.L("No")},
		{data.ReplyOffer, assets.L("An offer")},
		{data.ReplyNotAboutThis, assets.L("Not about this")},
	}
}

// ShowSaid opens the sheet "What did they say?".
func (h *Host) ShowSaid(application data.ID) { h.askSaid(application, "") }

// askSaid opens the sheet with one answer chosen; "" for none.
func (h *Host) askSaid(application data.ID, class data.ReplyClass) {
	h.askSaidBy(application, class, data.Day{})
}

// askSaidBy opens the sheet with one answer chosen and the day that it names
// filled in, open to correction.
func (h *Host) askSaidBy(application data.ID, class data.ReplyClass, day data.Day) {
	s := h.newSaid(application)
	if !day.IsZero() {
		s.date.SetText(day.String())
		s.day = day
	}
	s.open(class)
}

func (h *Host) newSaid(application data.ID) *saidSheet {
	s := &saidSheet{Host: h, application: application, buttons: make(map[data.ReplyClass]*widgets.Button)}
	s.peek = s.ask
	var answers []fyne.CanvasObject
	for _, c := range saidChoices() {
		b := h.Kit.Button("said."+string(c.class), c.label, func() { s.choose(c.class) })
		s.buttons[c.class] = b
		answers = append(answers, b)
	}
	s.date = h.Kit.Entry("said.date", assets.L("Date")).Labelled().Hint(assets.L("by Friday, 4 Dec"))
	s.date.OnChanged(func(string) { s.read() }).OnEnter(func(string) { s.save() })
	s.echo = h.Kit.Text("said.echo", widgets.RoleSecondary, "")
	s.preview = h.Kit.Text("said.preview", widgets.RoleBody, "")
	cancel := h.Kit.Button("said.cancel", assets.L("Cancel"), func() { s.sheet.Close() })
	save := h.Kit.Button("said.save", assets.L("Save"), s.save).Primary()
	content := widgets.NewColumn(10, widgets.NewAcross(8, answers...), widgets.NewColumn(6, s.date, s.echo), widgets.NewCard(0, s.preview))
	s.sheet = h.Kit.Sheet("said", assets.L("What did they say?"), content, cancel, save)
	return s
}

// open shows the sheet with one answer chosen. A mail may suggest what is no
// answer here, such as unknown.
func (s *saidSheet) open(class data.ReplyClass) {
	s.sheet.OnClosed(s.loader.stop)
	if s.buttons[class] == nil {
		class = ""
	}
	first := s.buttons[class]
	if first == nil {
		first = s.buttons[saidChoices()[0].class]
	}
	s.sheet.First(first).ShowOn(s.Window().Canvas())
	s.choose(class)
}

func (s *saidSheet) choose(class data.ReplyClass) {
	s.class = class
	for c, b := range s.buttons {
		b.Icon("")
		if c == class {
			b.Icon(widgets.IconCheck)
		}
		b.Refresh()
	}
	if (class == data.ReplyPromise || class == data.ReplyOffer) && s.date.Text() == "" {
		s.Focus(s.date.Focusable())
	}
	s.foretell()
}

// read echoes the date in full words.
func (s *saidSheet) read() {
	text := strings.TrimSpace(s.date.Text())
	day, err := s.dayOf(text)
	s.day = day
	switch {
	case text == "":
		s.echo.SetText("")
	case err != nil:
		s.echo.SetText(s.Explain(err))
	default:
		s.echo.SetText(fullDay(s.Desk.Speaker(data.DefaultSettings()), day))
		if s.class == "" {
			s.choose(data.ReplyPromise)
			return
		}
	}
	s.foretell()
}

// dayOf reads a date, the words of a promise, or a day as it is typed.
func (s *saidSheet) dayOf(text string) (data.Day, error) {
	if text == "" {
		return data.Day{}, nil
	}
	if day, err := data.ParseDay(text); err == nil {
		return day, nil
	}
	day, err := s.Desk.Promise(s.Context, text, data.Day{})
	if err == nil {
		return day, nil
	}
	reader, failed := s.Desk.Reader(s.Context)
	if failed != nil {
		return data.Day{}, failed
	}
	w, unread := reader.When(text)
	switch {
	case unread != nil:
		return data.Day{}, err
	case w.Date.IsZero():
		return data.DayOf(w.Start, s.Desk.Zone()), nil
	}
	return w.Date, nil
}

// fullDay returns "Tuesday 15 December", with the year when it is another one.
func fullDay(s words.Speaker, day data.Day) string {
	if day.Year == s.Today().Year {
		return s.Weekday(day)
	}
	return assets.L("{{.Date}} {{.Year}}", assets.Args{"Date": s.Weekday(day), "Year": strconv.Itoa(day.Year)})
}

// foretell shows the new plan before anything is saved.
func (s *saidSheet) foretell() {
	s.loader.stop()
	switch {
	case s.class == "":
		s.preview.SetText(assets.L("Choose an answer to see what changes."))
	case s.class == data.ReplyPromise && s.day.IsZero():
		s.preview.SetText(assets.L("Name their date to see what changes."))
	default:
		s.peek()
		return
	}
	s.sheet.Refresh()
}

// A foresight is a plan as it is, and as it would be.
type foresight struct{ before, after []desk.Step }

// ask plans as if the answer were filed, in the background.
func (s *saidSheet) ask() {
	class, day := s.class, s.day
	load(&s.loader, s.Context, func(ctx context.Context) (foresight, error) { return s.foresee(ctx, class, day) }, s.tell)
}

func (s *saidSheet) foresee(ctx context.Context, class data.ReplyClass, day data.Day) (f foresight, err error) {
	f.before, f.after, err = s.Desk.Preview(ctx, s.application, class, day)
	return f, err
}

func (s *saidSheet) tell(f foresight, err error) {
	if err != nil {
		s.preview.SetText(s.Explain(err))
	} else {
		s.preview.SetText(differences(f.before, f.after))
	}
	s.sheet.Refresh()
}

// differences puts into words what changes between two plans.
func differences(before, after []desk.Step) string {
	was := make(map[data.ItemKey]desk.Step)
	for _, b := range before {
		was[b.Item.Key] = b
	}
	var lines []string
	for _, a := range after {
		b, known := was[a.Item.Key]
		delete(was, a.Item.Key)
		args := assets.Args{"Item": name(a), "From": b.Date, "To": a.Date}
		switch {
		case a.Date == "":
			// what has no date of its own yet is no change of one
		case a.Item.State == data.StateCancelled && known && b.Item.State != data.StateCancelled:
			lines = append(lines, assets.L("{{.Item}} is not needed any more", args))
		case !known:
			lines = append(lines, assets.L("{{.Item}}: {{.To}}", args))
		case b.Date != a.Date:
			lines = append(lines, assets.L("{{.Item}} moves from {{.From}} to {{.To}}", args))
		}
	}
	for _, b := range before {
		if _, gone := was[b.Item.Key]; gone {
			lines = append(lines, assets.L("{{.Item}} is not needed any more", assets.Args{"Item": name(b)}))
		}
	}
	if len(lines) == 0 {
		return assets.L("The plan stays as it is.")
	}
	return strings.Join(lines, "\n")
}

// name is the step as the subject of a sentence.
func name(s desk.Step) string {
	if s.Item.Key == data.ItemKey(data.KindCheckIn)+":1" {
		return assets.L("Check-in")
	}
	return s.Title
}

func (s *saidSheet) save() {
	if s.class == "" {
		s.preview.SetText(assets.L("Choose one of the answers first."))
		return
	}
	if s.class == data.ReplyPromise && s.day.IsZero() {
		s.echo.SetText(assets.L("Which date did they name?"))
		s.Focus(s.date.Focusable())
		return
	}
	s.sheet.Close()
	s.event(s.thanks(), func(ctx context.Context) (data.ID, error) {
		return s.Desk.Said(ctx, s.application, s.class, s.day, time.Time{})
	})
}

// thanks is what the toast says of an answer (screens.md 4.15).
func (s *saidSheet) thanks() string {
	switch {
	case s.class == data.ReplyRejection:
		return assets.L("That's disappointing. Nothing to do today.")
	case s.class == data.ReplyOffer && !s.day.IsZero():
		date := s.Desk.Speaker(data.DefaultSettings()).Date(s.day)
		return assets.L("An offer. Take the time you need; their deadline is {{.Date}}.", assets.Args{"Date": date})
	case s.class == data.ReplyOffer:
		return assets.L("An offer. Take the time you need.")
	}
	return assets.L("Noted.")
}
