package app

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// newHost lends the window to its pages.
func (w *window) newHost() *screen.Host {
	h := &screen.Host{
		Desk: w.desk, Kit: w.kit, Context: screen.Watched(w.ctx, w.count, w.left.Load), After: time.AfterFunc,
		Window: func() fyne.Window { return w.win }, Go: w.open, Changed: w.refresh,
		Toast: w.toast, Again: w.say, Fail: w.fail, Explain: explain,
		Open: w.outside.open, OpenMail: w.outside.openMail, OpenLetter: w.outside.openLetter, SaveLetter: w.outside.saveLetter, Sending: w.mail.sending(), Copy: w.outside.copy,
		Focus:    func(f fyne.Focusable) { w.win.Canvas().Focus(f) },
		Selected: func(id data.ID) { w.selected = id },
		ReadFile: func(path string, most int64) (string, []byte, error) {
			b, err := contents(path, most)
			return filepath.Base(path), b, err
		},
		Appear: w.appear, Stirred: w.stirred,
		UndoBatch: func(batch data.ID) {
			w.undo(func(ctx context.Context) (desk.Undone, error) { return w.desk.UndoBatch(ctx, batch) })
		},
	}
	h.Add, h.Said, h.Mail = h.ShowAdd, h.ShowSaid, h.ShowMail
	h.Edit = func(id data.ID) {
		w.open(screen.Place{Page: screen.PageInterviews, Application: id})
		w.interviews.Press(widgets.KeyPress{Rune: 'e'})
	}
	h.Do = func(act func(context.Context) error, then func()) {
		w.background(act, func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			if then != nil {
				then()
			}
			w.refresh()
		})
	}
	return h
}

// toast says something at the bottom for a while; an event can be taken back
// from there.
func (w *window) toast(text string, event data.ID) {
	if event == "" {
		w.say(text, "", nil)
		return
	}
	w.say(text, assets.L("Undo"), func() { w.undoEvent(event) })
}

// say shows a toast; action is the name of its button, "" for none.
func (w *window) say(text, action string, act func()) {
	w.toasts++
	number := w.toasts
	w.shell.SetToast(w.kit.Toast("toast:"+strconv.Itoa(number), text, action, act))
	if w.fading != nil {
		w.fading.Stop()
	}
	w.fading = time.AfterFunc(toastTime, func() {
		if w.left.Load() {
			return
		}
		fyne.Do(func() {
			if number == w.toasts {
				w.shell.SetToast(nil)
			}
		})
	})
}

// undoEvent takes one event back; of an undo, it puts the event in force again.
func (w *window) undoEvent(event data.ID) {
	w.undo(func(ctx context.Context) (desk.Undone, error) { return w.desk.Undo(ctx, event) })
}

// undoAgain takes an undo back, of a batch all of it.
func (w *window) undoAgain(u desk.Undone) {
	if u.Batch != "" {
		w.host.UndoBatch(u.Batch)
		return
	}
	w.undoEvent(u.Event)
}

// undo runs an undo or redo, says what it did, and offers the opposite.
func (w *window) undo(act func(context.Context) (desk.Undone, error)) {
	var undone desk.Undone
	var did effect
	w.background(func(ctx context.Context) (err error) {
		if undone, err = act(ctx); err == nil {
			did = w.effect(ctx, undone)
		}
		return err
	}, func(err error) {
		if errors.Is(err, data.ErrNothing) {
			w.toast(assets.L("Nothing to take back."), "")
			return
		}
		if err != nil {
			w.fail(err)
			return
		}
		opposite := assets.L("Redo")
		if did.back {
			opposite = assets.L("Undo")
		}
		w.say(did.text(), opposite, func() { w.undoAgain(undone) })
		w.interviews.SortAnew()
		w.refresh()
	})
}

// fail says in plain words what went wrong: in the sheet that is open, which would
// cover a toast.
func (w *window) fail(err error) {
	if text := explain(err); !w.kit.Keys.Tell(text) {
		w.toast(text, "")
	}
}

// explain turns an error into what happened, what is safe, and what to do.
func explain(err error) string {
	var told *screen.Trouble
	switch {
	case err == nil:
		return ""
	case errors.As(err, &told):
		return told.Text
	case errors.As(err, new(unconnected)):
		return mailbox.Explain(err)
	case errors.As(err, new(unsent)):
		return mailbox.ExplainSend(err)
	case errors.As(err, new(*desk.Refusal)):
		return err.Error()
	case errors.Is(err, data.ErrMissing):
		return missing(err)
	case errors.Is(err, data.ErrFull):
		return assets.L("There is no room left on the disk, so that was not saved. What was saved before is safe. Free some space and try again.")
	case errors.Is(err, data.ErrReadOnly) && !errors.Is(err, data.ErrNewer):
		return assets.L("Afterword's file can't be written, so that was not saved. What was saved before is safe. Allow changes to its folder and try again.")
	case errors.Is(err, data.ErrNewer):
		return assets.L("This file was made by a newer Afterword, so it is open for reading only. Nothing is lost.")
	case errors.Is(err, data.ErrBusy):
		return assets.L("Another program is writing to the database. What was saved before is safe. Try again in a moment.")
	case errors.Is(err, data.ErrInvalid), errors.Is(err, data.ErrNotFound):
		return sentence(err.Error())
	case errors.Is(err, mailbox.ErrLocked), errors.Is(err, mailbox.ErrNoKeyring):
		return mailbox.Explain(err)
	}
	return assets.L("That did not work: {{.What}}. What was saved before is safe.", assets.Args{"What": err.Error()})
}
