package desk

import (
	"context"

	"afterword/app/letter"
	"afterword/data"
	"afterword/data/sqlite"
)

// A ShortText is what to say on another way than mail.
type ShortText struct {
	Channel letter.Channel
	Text    string
	Limit   int // characters that fit, 0 for any number
	Mine    bool

	Language string // of letters (BCP 47)
}

// ShortText returns the words of an item for a channel: those the user left, else
// fresh ones. Errors are those of Draft.
func (d *Desk) ShortText(ctx context.Context, application data.ID, item data.ItemKey, by letter.Channel) (ShortText, error) {
	short := ShortText{Channel: by, Limit: by.Limit()}
	c, plan, p, err := d.load(ctx, application)
	if err != nil {
		return short, err
	}
	short.Language = p.Language
	if short.Text, short.Mine, err = d.store.LetterText(ctx, application, item, string(by)); err != nil || short.Mine {
		return short, err
	}
	it, _ := plan.Item(item)
	it.Key = item
	_, b := d.brief(c, p, it)
	b.Stage = letter.StageFor(it, d.facts(c, it))
	note, err := letter.WriteNote(by, b)
	short.Text = note.Text
	return short, err
}

// SaveShortText stores the words for a channel as the user left them; those that
// are as written anew are not kept, so that notes still feed them.
func (d *Desk) SaveShortText(ctx context.Context, application data.ID, item data.ItemKey, s ShortText) error {
	l := data.Letter{Application: application, Item: item, Body: s.Text, Saved: d.Now()}
	return d.store.Write(ctx, func(tx *sqlite.Tx) error {
		return tx.SaveLetterText(ctx, l, string(s.Channel), s.Mine)
	})
}
