package screen

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/widgets"
)

// saves keeps an older text from being stored over a newer one.
type saves struct {
	mu    sync.Mutex
	asked int // counted on the UI goroutine
	done  int // guarded by mu
}

// run stores the text of save number n, unless a later one is on disk.
func (s *saves) run(n int, store func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n <= s.done {
		return nil
	}
	err := store()
	if err == nil {
		s.done = n
	}
	return err
}

func (d *detail) notesCard() fyne.CanvasObject {
	stored := d.last.Case.Application.Notes
	if d.notes == nil {
		d.notes = d.Kit.TextArea("detail.notes", assets.L("Notes"), 3).Hint(assets.L("What you want to remember: names, topics, what they said."))
		d.notes.SetText(stored)
		d.notesWas, d.store = stored, nil
		d.notes.OnChanged(func(string) { d.notesTyped() }).OnFocusLost(d.keepNotes)
	} else if d.timer == nil && d.notes.Text() != stored && d.Window().Canvas().Focused() != d.notes.Focusable() {
		d.notes.SetText(stored) // changed elsewhere, or taken back
		d.notesWas = stored
	}
	return widgets.NewCard(8, widgets.NewText(widgets.RoleCardTitle, assets.L("Notes")), d.notes)
}

func (d *detail) notesTyped() {
	if d.timer != nil {
		d.timer.Stop()
	} else {
		d.waits(1)
	}
	d.timer = time.AfterFunc(typingPause, func() {
		fyne.Do(func() {
			if d.typed() {
				d.Do(d.store, nil)
			}
		})
	})
}

// typed makes store what puts the notes on disk as they are now, and reports
// whether they are not there yet.
func (d *detail) typed() bool {
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
		d.waits(-1)
	}
	if d.notes == nil || !d.drawn || d.notes.Text() == d.last.Case.Application.Notes {
		return false
	}
	text, id := d.notes.Text(), d.id
	d.last.Case.Application.Notes = text
	d.saves.asked++
	n := d.saves.asked
	d.store = func(ctx context.Context) error {
		return d.saves.run(n, func() error {
			return d.Desk.TypeNotes(ctx, id, text)
		})
	}
	return true
}

// keepNotes puts the notes on disk before it returns: the page or the window
// may be gone a moment later.
func (d *detail) keepNotes() {
	d.typed()
	if d.store == nil {
		return
	}
	if err := d.store(d.Context); err != nil {
		d.Fail(err)
		return
	}
	was, text, id := d.notesWas, d.last.Case.Application.Notes, d.id
	d.notesWas, d.store = text, nil
	d.Do(func(ctx context.Context) error {
		_, err := d.Desk.KeepNotes(ctx, id, was, text)
		return err
	}, nil)
}
