package screen

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterword/widgets"
)

// The settings that hold what stands in a sheet while it is open.
const (
	addDraft     = "window.add"
	pasteDraft   = "window.paste"
	callDraft    = "window.call:" // and of which application
	editDraft    = "window.edit:"
	contactDraft = "window.contact:" // and of which person
)

// A sheetDraft keeps what is typed into a sheet on disk while it is open, one text
// for each of its fields, so that it outlives the program.
type sheetDraft struct {
	typing
	host    *Host
	setting string
	entries func() []*widgets.Entry
	open    bool
	was     []string // what the fields held before anything was typed
	kept    []string // as it was handed over last
	timer   *time.Timer
}

// begin brings back what was typed before the program ended, reports whether
// there was any, and keeps what is typed from now on.
func (d *sheetDraft) begin() bool {
	d.on(d.host)
	d.stored, d.open = func(error) {}, true // the fields are still in sight
	d.host.draft = d
	for _, e := range d.entries() {
		d.was = append(d.was, e.Text())
	}
	p, err := d.host.Desk.Preferences(d.host.Context)
	brought := err == nil && d.bring(p.Value(d.setting))
	d.watch()
	return brought
}

func (d *sheetDraft) bring(stored string) bool {
	var texts []string
	entries := d.entries()
	if stored == "" || json.Unmarshal([]byte(stored), &texts) != nil || len(texts) != len(entries) {
		return false
	}
	for i, text := range texts {
		if text != d.was[i] {
			entries[i].SetText(text)
		}
	}
	d.kept = texts
	return true
}

// watch looks for changes a few times a second, as long as the sheet is open.
func (d *sheetDraft) watch() {
	d.timer = d.host.After(typingPause, func() {
		fyne.Do(func() {
			if d.open {
				d.keep()
				d.watch()
			}
		})
	})
}

// typed reports whether anything was typed into the sheet.
func (d *sheetDraft) typed() bool {
	for i, e := range d.entries() {
		if strings.TrimSpace(e.Text()) != strings.TrimSpace(d.was[i]) {
			return true
		}
	}
	return false
}

// texts are what stands in the sheet, and whether it is to be stored.
func (d *sheetDraft) texts() (texts []string, fresh bool) {
	for _, e := range d.entries() {
		texts = append(texts, e.Text())
	}
	return texts, !slices.Equal(texts, d.kept) && (d.kept != nil || d.typed())
}

// keep stores what stands in the sheet, if it changed.
func (d *sheetDraft) keep() {
	texts, fresh := d.texts()
	if !fresh {
		return
	}
	d.kept = texts
	value, err := json.Marshal(texts)
	if err != nil {
		return // texts can always be written
	}
	d.changed(func() error { return d.host.Desk.Set(d.host.Context, d.setting, string(value)) })
}

// leave closes the sheet, and asks before that when something was typed.
func (d *sheetDraft) leave(sheet *widgets.Sheet) {
	if d.typed() {
		d.host.askDiscard(sheet)
		return
	}
	sheet.Close()
}

// drop forgets what was typed: it is filed, or the user threw it away.
func (d *sheetDraft) drop() {
	d.open, d.host.draft = false, nil
	d.timer.Stop()
	if d.kept != nil {
		d.changed(func() error { return d.host.Desk.Set(d.host.Context, d.setting, "") })
		d.soon()
	}
}
