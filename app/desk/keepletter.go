package desk

import (
	"context"
	"time"

	"afterword/data"
	"afterword/data/sqlite"
)

// SaveDraft stores a letter as the user left it. It is on disk when SaveDraft
// returns; it changes no plan.
func (d *Desk) SaveDraft(ctx context.Context, l data.Letter) error {
	l.Edited = true
	return d.keepLetter(ctx, l)
}

// ChooseTone stores in which tone a letter that is not edited is wanted.
func (d *Desk) ChooseTone(ctx context.Context, l data.Letter) error {
	l.Edited = false
	return d.keepLetter(ctx, l)
}

func (d *Desk) keepLetter(ctx context.Context, l data.Letter) error {
	l.Saved = d.Now()
	return d.store.Write(ctx, func(tx *sqlite.Tx) error { return tx.SaveLetter(ctx, l) })
}

// StartAgain drops the user's words for a letter and returns a fresh draft. The
// words dropped are returned as well, so that it can be taken back.
func (d *Desk) StartAgain(ctx context.Context, l data.Letter, tone data.Tone) (fresh Draft, dropped data.Letter, err error) {
	blank := l
	blank.Kept, blank.Tone, blank.Short = nil, tone, false
	if err := d.ChooseTone(ctx, blank); err != nil {
		return Draft{}, l, err
	}
	fresh, err = d.Draft(ctx, l.Application, l.Item, tone)
	return fresh, l, err
}

// Opened notes that a letter was handed to the mail program or copied.
func (d *Desk) Opened(ctx context.Context, l data.Letter, at time.Time) (data.Letter, error) {
	l.Opened = at
	return l, d.keepLetter(ctx, l)
}
