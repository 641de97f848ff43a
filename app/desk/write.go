package desk

import (
	"context"
	"errors"

	"afterword/app/letter"
	"afterword/data"
)

// A form is how a letter is written.
type form struct {
	stage string
	tone  data.Tone
	short bool
}

// fresh writes a letter from the templates. Its words are its base as well. A
// template of the user's own that cannot be used is returned with its mistakes,
// and Afterword's stands in.
func (d *Desk) fresh(ctx context.Context, c *data.Case, p Preferences, it data.Item, f form) (data.Letter, *letter.Broken, error) {
	l := data.Letter{Application: c.Application.ID, Item: it.Key, Tone: f.tone, Short: f.short}
	to, b := d.brief(c, p, it)
	b.Stage, b.Tone, b.Short = f.stage, f.tone, f.short
	answers, err := d.thread(ctx, c, to, it)
	if err != nil {
		return l, nil, err
	}
	if answers.ID != "" {
		b.Answers, l.InReplyTo = answers.Subject, answers.Key
	}
	draft, broken, err := p.write(b)
	if err != nil {
		return l, broken, err
	}
	l.To, l.Subject, l.Body = mailboxOf(to), draft.Subject, draft.Body
	l.BaseSubject, l.BaseBody = draft.Subject, draft.Body
	return l, broken, nil
}

// write fills the user's own template, else Afterword's.
func (p Preferences) write(b letter.Brief) (letter.Draft, *letter.Broken, error) {
	own, some := p.Template(b.Stage, b.Tone, b.Language)
	if !some {
		draft, err := letter.Write(b)
		return draft, nil, err
	}
	draft, err := letter.WriteWith(own, b)
	var broken *letter.Broken
	if errors.As(err, &broken) {
		draft, err = letter.Write(b)
	}
	return draft, broken, err
}

// InTone returns a letter in another tone. What the user wrote stays.
func (d *Desk) InTone(ctx context.Context, mine data.Letter, tone data.Tone) (Draft, error) {
	return d.rewrite(ctx, mine, func(*letter.Brief) form { return form{tone: tone, short: mine.Short} })
}

// Shorter returns a shorter letter: first what may be left out is left out, then
// it is brief. What the user wrote stays. It wraps data.ErrNothing when there is
// no shorter one.
func (d *Desk) Shorter(ctx context.Context, mine data.Letter) (Draft, error) {
	draft, err := d.rewrite(ctx, mine, func(b *letter.Brief) form {
		shorter, _ := letter.Shorter(*b)
		return form{tone: shorter.Tone, short: shorter.Short}
	})
	if err == nil && draft.Words >= letter.Words(mine.Body) {
		err = data.ErrNothing
	}
	return draft, err
}

// Updated returns a letter with what the notes know by now. What the user wrote
// stays.
func (d *Desk) Updated(ctx context.Context, mine data.Letter) (Draft, error) {
	return d.rewrite(ctx, mine, func(*letter.Brief) form { return form{tone: mine.Tone, short: mine.Short} })
}

// rewrite writes a letter anew as wanted and merges what the user changed in the
// one before into it.
func (d *Desk) rewrite(ctx context.Context, mine data.Letter, want func(*letter.Brief) form) (Draft, error) {
	c, plan, p, err := d.load(ctx, mine.Application)
	if err != nil {
		return Draft{}, err
	}
	it, _ := plan.Item(mine.Item)
	it.Key = mine.Item
	stage := letter.StageFor(it, d.facts(c, it))
	_, b := d.brief(c, p, it)
	b.Stage, b.Tone, b.Short = stage, mine.Tone, mine.Short
	f := want(&b)
	f.stage = stage
	fresh, broken, err := d.fresh(ctx, c, p, it, f)
	if err != nil {
		return Draft{}, err
	}
	if mine.Edited {
		fresh.Subject = letter.MergeSubject(mine.BaseSubject, mine.Subject, fresh.Subject)
		fresh.Body = letter.Merge(mine.BaseBody, mine.Body, fresh.Body)
		fresh.To, fresh.Edited = mine.To, true
	}
	fresh.MessageID, fresh.Opened, fresh.Kept = mine.MessageID, mine.Opened, mine.Kept
	draft, err := d.judgeLetter(ctx, c, p, it, stage, fresh)
	draft.Broken = broken
	return draft, err
}
