package screen

import (
	"encoding/json"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"afterword/assets"
)

// addDraftSetting names the setting that holds what stands in the add sheet while
// it is open, one text for each of its fields: it outlives the program.
const addDraftSetting = "window.add"

// An addDraft keeps what is typed into the add sheet on disk.
type addDraft struct {
	typing
	kept  []string // as it was handed over last
	timer *time.Timer
}

// begin brings back what was typed before the program ended, and keeps what is
// typed from now on.
func (d *addDraft) begin(a *addSheet) {
	d.after, d.stored = a.After, func(error) {} // the fields are still in sight
	p, err := a.Desk.Preferences(a.Context)
	if err == nil {
		d.bring(a, p.Value(addDraftSetting))
	}
	d.watch(a)
}

func (d *addDraft) bring(a *addSheet, stored string) {
	var texts []string
	entries := a.entries()
	if stored == "" || json.Unmarshal([]byte(stored), &texts) != nil || len(texts) != len(entries) {
		return
	}
	for i, text := range texts {
		if text != "" {
			entries[i].SetText(text)
		}
	}
	d.kept = texts
	a.found.SetText(assets.L("This is what you typed before. It wasn't added yet."))
	a.found.Show()
	a.arrange()
}

// watch looks for changes a few times a second, as long as the sheet is open.
func (d *addDraft) watch(a *addSheet) {
	d.timer = a.After(typingPause, func() {
		fyne.Do(func() {
			if a.adding == a {
				d.keep(a)
				d.watch(a)
			}
		})
	})
}

// keep stores what stands in the sheet, if it changed.
func (d *addDraft) keep(a *addSheet) {
	var texts []string
	for _, e := range a.entries() {
		texts = append(texts, e.Text())
	}
	if slices.Equal(texts, d.kept) || d.kept == nil && !a.typed() {
		return
	}
	d.kept = texts
	value, err := json.Marshal(texts)
	if err != nil {
		return // texts can always be written
	}
	d.changed(func() error { return a.Desk.Set(a.Context, addDraftSetting, string(value)) })
}

// drop forgets what was typed: it is added, or the user threw it away.
func (d *addDraft) drop(a *addSheet) {
	d.timer.Stop()
	if d.kept != nil {
		d.changed(func() error { return a.Desk.Set(a.Context, addDraftSetting, "") })
		d.soon()
	}
}
