package screen

import (
	"afterword/app/desk"
	"afterword/app/words"
	"afterword/data"
)

// first returns the wanted step with the earliest due; one without a due date
// comes last.
func (d *detail) first(wanted func(data.Item) bool) (data.Item, bool) {
	var best data.Item
	found := false
	for _, s := range d.last.Steps {
		it := s.Item
		if !wanted(it) {
			continue
		}
		if !found || best.Due.IsZero() && !it.Due.IsZero() || !it.Due.IsZero() && it.Due.Before(best.Due) {
			best, found = it, true
		}
	}
	return best, found
}

// write opens the letter that the primary button would, else that of the next item.
func (d *detail) write() {
	if d.last.Primary.Kind == desk.ActWrite {
		d.act(d.last.Primary)
		return
	}
	if it, ok := d.first(func(it data.Item) bool { return it.Pending() && words.Written(it.Key.Kind()) }); ok {
		d.Go(Place{Page: PageLetter, Application: d.id, Item: it.Key})
	}
}

// sent marks the next item that is open, due or overdue as sent.
func (d *detail) sent() {
	if it, ok := d.first(func(it data.Item) bool { return current(it) && words.Written(it.Key.Kind()) }); ok {
		d.markSent(d.id, it.Key)
	}
}

// current reports whether an item can be done now.
func current(it data.Item) bool {
	switch it.State {
	case data.StateOpen, data.StateDue, data.StateOverdue:
		return true
	}
	return false
}

// later asks until when the next item may wait.
func (d *detail) later() {
	it, ok := d.first(current)
	if !ok {
		it, ok = d.first(data.Item.Pending)
	}
	if ok {
		d.laterMenu(d.id, it, d.more)
	}
}

// letter answers a single letter of the keyboard (screens.md 4.14).
func (d *detail) letter(r rune) bool {
	if d.id == "" || !d.drawn {
		return false
	}
	switch r {
	case 'd':
		d.write()
	case 's':
		d.sent()
	case 't':
		d.Said(d.id)
	case 'e':
		d.edit()
	case 'l':
		d.later()
	default:
		return false
	}
	return true
}

// leave puts the notes on disk and stops loading.
func (d *detail) leave() {
	d.keepNotes()
	d.loader.stop()
}
