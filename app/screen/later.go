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

// laterMenu offers tomorrow, Monday, in a week, or a date, beside a control. What
// is not later than the item stands already is left out.
func (h *Host) laterMenu(application data.ID, item data.Item, beside fyne.CanvasObject) {
	today := data.DayOf(h.Desk.Now(), h.Desk.Zone())
	monday := today.Add(1)
	for monday.Weekday() != time.Monday {
		monday = monday.Add(1)
	}
	var items []widgets.MenuItem
	offer := func(id, label string, until data.Day) {
		if h.later(item, until) {
			items = append(items, widgets.MenuItem{ID: id, Label: label, Do: func() { h.snooze(application, item.Key, until) }})
		}
	}
	offer("later.tomorrow", assets.L("Tomorrow"), today.Add(1))
	offer("later.monday", words.Sentence(assets.L("Monday")), monday)
	offer("later.week", assets.L("In a week"), today.Add(7))
	h.Kit.Menu("later", beside, append(items, widgets.MenuItem{ID: "later.date", Label: assets.L("Pick a date…"), Do: func() {
		h.askDay(application, item.Key, func(_ data.ID, _ data.ItemKey, until data.Day) { h.putOff(application, item, until) })
	}})...)
}

// later reports whether a day lies behind the one an item stands on.
func (h *Host) later(item data.Item, day data.Day) bool {
	return item.Due.IsZero() || data.DayOf(item.Due, h.Desk.Zone()).Before(day)
}

// putOff moves an item to a day that was typed, or says that it stands on a later one.
func (h *Host) putOff(application data.ID, item data.Item, until data.Day) {
	if h.later(item, until) {
		h.snooze(application, item.Key, until)
		return
	}
	day := h.Desk.Speaker(data.Settings{}).Day(data.DayOf(item.Due, h.Desk.Zone()))
	h.Toast(assets.L("It stays on {{.Day}}, which is later.", assets.Args{"Day": day}), "")
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
