package screen

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

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
		widgets.MenuItem{ID: "later.monday", Label: assets.L("Monday"), Do: until(monday)},
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
	var day data.Day
	echo := h.Kit.Text("day.echo", widgets.RoleSecondary, "")
	var sheet *widgets.Sheet
	take := func() {
		if !day.IsZero() {
			sheet.Close()
			use(application, item, day)
		}
	}
	save := h.Kit.Button("day.save", assets.L("Use this date"), take).Primary()
	entry := h.Kit.Entry("day.entry", assets.L("Date")).Labelled().Hint(assets.L("next Tuesday, 4 Dec"))
	entry.OnEnter(func(string) { take() })
	entry.OnChanged(func(text string) {
		reader, err := h.Desk.Reader(h.Context)
		if err != nil {
			return
		}
		w, err := reader.When(text)
		if err != nil {
			day = data.Day{}
			echo.SetText(err.Error())
			return
		}
		if day = w.Date; day.IsZero() {
			day = data.DayOf(w.Start, h.Desk.Zone())
		}
		echo.SetText(h.Desk.Speaker(data.Settings{}).Day(day))
	})
	cancel := h.Kit.Button("day.cancel", assets.L("Cancel"), func() { sheet.Close() })
	sheet = h.Kit.Sheet("day", assets.L("Which date?"), widgets.NewColumn(8, entry, echo), cancel, save)
	sheet.First(entry.Focusable()).ShowOn(h.Window().Canvas())
}
