package screen

import (
	"context"
	"errors"
	"slices"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// allTones are the manners of a letter in the order of their chips.
func allTones() []data.Tone {
	return []data.Tone{data.ToneWarm, data.ToneFormal, data.ToneBrief, data.TonePlain}
}

// tones is the row of chips that switches the tone.
func (l *Letter) tones() *widgets.Choice {
	return l.Kit.Choice("letter.tone", assets.L("Tone"), []widgets.Option{
		{ID: "letter.tone.warm", Label: assets.L("Warm")},
		{ID: "letter.tone.formal", Label: assets.L("Formal")},
		{ID: "letter.tone.brief", Label: assets.L("Brief")},
		{ID: "letter.tone.plain", Label: assets.L("Plain")},
	}, func(option int) { l.rewrite(allTones()[option]) })
}

// toned shows the tone of the letter on its chip.
func (l *Letter) toned() { l.tone.Choose(slices.Index(allTones(), l.mine.Tone)) }

// rewrite puts the letter into another tone. What the user wrote stays.
func (l *Letter) rewrite(tone data.Tone) {
	if !l.loaded || tone == l.mine.Tone {
		return
	}
	l.replace(func(ctx context.Context, mine data.Letter) (desk.Draft, error) {
		return l.Desk.InTone(ctx, mine, tone)
	})
}

// startAgain drops the user's words for a fresh letter; undo brings them back.
func (l *Letter) startAgain() {
	was := l.mine
	l.replace(func(ctx context.Context, mine data.Letter) (desk.Draft, error) {
		fresh, _, err := l.Desk.StartAgain(ctx, mine, mine.Tone)
		return fresh, err
	}, func() {
		l.Again(assets.L("A fresh draft. Your words are not lost."), assets.L("Undo"), func() { l.restore(was) })
	})
}

// restore brings words back that were dropped.
func (l *Letter) restore(was data.Letter) {
	if !l.loaded || was.Item != l.item || was.Application != l.application {
		l.Go(Place{Page: PageLetter, Application: was.Application, Item: was.Item})
	}
	l.mine.Tone, l.mine.Kept = was.Tone, was.Kept
	l.to.SetText(was.To)
	l.subject.SetText(was.Subject)
	l.body.Replace(0, len(l.body.Text()), was.Body)
	l.changed()
	l.toned()
}

// shorter leaves out what may be left out.
func (l *Letter) shorter() { l.replace(l.Desk.Shorter) }

// update takes in what the notes know by now.
func (l *Letter) update() { l.replace(l.Desk.Updated) }

// replace makes the letter anew away from the keys and puts it into the fields as
// one step, which undo takes back, unless the user typed on meanwhile.
func (l *Letter) replace(make func(context.Context, data.Letter) (desk.Draft, error), then ...func()) {
	if l.way != "" {
		l.turn("")
	}
	l.left()
	mine := l.mine
	load(&l.loader, l.Context, func(ctx context.Context) (desk.Draft, error) { return make(ctx, mine) }, func(d desk.Draft, err error) {
		switch {
		case errors.Is(err, data.ErrNothing):
			l.Toast(assets.L("It is as short as it can be and still say what it should."), "")
		case err != nil:
			l.Fail(err)
		}
		if err != nil || l.mine.Body != mine.Body || l.mine.Subject != mine.Subject {
			l.toned()
			return
		}
		edited := d.Letter.Edited
		l.mine.Tone, l.mine.Kept = d.Letter.Tone, d.Letter.Kept
		l.filling = true
		l.subject.SetText(d.Letter.Subject)
		l.body.Replace(0, len(l.body.Text()), d.Letter.Body)
		l.filling = false
		l.mine.Subject, l.mine.Body = l.subject.Text(), l.body.Text()
		l.mine.Short, l.mine.BaseSubject, l.mine.BaseBody = d.Letter.Short, d.Letter.BaseSubject, d.Letter.BaseBody
		l.changed()
		if l.mine.Edited = edited; !edited {
			kept := l.mine
			l.keep.changed(func() error { return l.Desk.ChooseTone(l.Context, kept) })
		}
		l.toned()
		l.judged(d.Check(l.mine))
		for _, f := range then {
			f()
		}
	})
}
