package screen

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/invite"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// laterMenu offers tomorrow, Monday, in a week, or a date, beside a control.
func (h *Host) laterMenu(application data.ID, item data.ItemKey, beside fyne.CanvasObject) {
	today := data.DayOf(h.Desk.Now(), h.Desk.Zone())
	monday := today.Add(1)
	for monday.Weekday() != time.Monday {
		monday = monday.Add(1)
	}
	until := func(d data.Day) func() { return func() { h.snooze(application, item, d) } }
	h.Kit.Menu("later", beside,
		widgets.MenuItem{ID: "later.tomorrow", Label: assets.L("Tomorrow"), Do: until(today.Add(1))},
		widgets.MenuItem{ID: "later.monday", Label: words.Sentence(assets.L("Monday")), Do: until(monday)},
		widgets.MenuItem{ID: "later.week", Label: assets.L("In a week"), Do: until(today.Add(7))},
		widgets.MenuItem{ID: "later.date", Label: assets.L("Pick a date…"), Do: func() { h.askDay(application, item, h.snooze) }},
	)
}

func (h *Host) snooze(application data.ID, item data.ItemKey, until data.Day) {
	h.event(assets.L("Moved to later."), func(ctx context.Context) (data.ID, error) {
		return h.Desk.Snooze(ctx, application, item, until)
	})
}

// askDay asks for a date in words, echoed in full before it is used.
func (h *Host) askDay(application data.ID, item data.ItemKey, use func(data.ID, data.ItemKey, data.Day)) {
	h.askWhen(assets.L("Which date?"), assets.L("next Tuesday, 4 Dec"), func(r invite.Reader, text string) (string, func(), error) {
		w, err := r.When(text)
		day := dayOf(w, h.Desk.Zone())
		return h.Desk.Speaker(data.Settings{}).Day(day), func() { use(application, item, day) }, err
	})
}

// dayOf returns the day of what was read, in a zone.
func dayOf(w invite.When, zone *time.Location) data.Day {
	if w.Start.IsZero() {
		return w.Date
	}
	return data.DayOf(w.Start, zone)
}

// askWhen asks for a day or a time in words. What was read is echoed in full
// before it is used.
func (h *Host) askWhen(title, hint string, read func(invite.Reader, string) (echo string, use func(), err error)) {
	var use func()
	echo := h.Kit.Text("day.echo", widgets.RoleSecondary, "")
	var sheet *widgets.Sheet
	take := func() {
		if use != nil {
			sheet.Close()
			use()
		}
	}
	save := h.Kit.Button("day.save", assets.L("Use this date"), take).Primary()
	entry := h.Kit.Entry("day.entry", assets.L("Date")).Labelled().Hint(hint)
	entry.OnEnter(func(string) { take() })
	entry.OnChanged(func(text string) {
		reader, err := h.Desk.Reader(h.Context)
		if err != nil {
			return
		}
		said, found, err := read(reader, text)
		if use = found; err != nil {
			said, use = h.Explain(err), nil
		}
		echo.SetText(said)
	})
	cancel := h.Kit.Button("day.cancel", assets.L("Cancel"), func() { sheet.Close() })
	sheet = h.Kit.Sheet("day", title, widgets.NewColumn(8, entry, echo), cancel, save)
	sheet.First(entry.Focusable()).ShowOn(h.Window().Canvas())
}
