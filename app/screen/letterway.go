package screen

import (
	"context"
	"strconv"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"afterword/app/desk"
	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// offerWays shows the ways on which something can be said, where there is more
// than mail.
func (l *Letter) offerWays() {
	ways := l.draft.Channels
	if len(ways) == 0 {
		l.ways.Set()
		return
	}
	options := []widgets.Option{{ID: "letter.channel.email", Label: assets.L("Email")}}
	chosen := 0
	for i, way := range ways {
		options = append(options, widgets.Option{ID: "letter.channel." + string(way), Label: wayName(way)})
		if way == l.way {
			chosen = i + 1
		}
	}
	choice := l.Kit.Choice("letter.channel", assets.L("How"), options, func(option int) {
		if option == 0 {
			l.turn("")
		} else {
			l.turn(ways[option-1])
		}
	})
	choice.Choose(chosen)
	l.ways.Set(choice)
}

func wayName(way letter.Channel) string {
	switch way {
	case letter.LinkedIn:
		return assets.L("LinkedIn note")
	case letter.Card:
		return assets.L("Card")
	case letter.Phone:
		return assets.L("Phone")
	}
	return assets.L("Email")
}

// turn shows the words for another way; those of this one are on disk.
func (l *Letter) turn(way letter.Channel) {
	if way == l.way || !l.loaded {
		return
	}
	l.left()
	if way == "" {
		l.way = ""
		l.head()
		l.fill(l.mine)
		l.judged(l.draft)
		return
	}
	application, item := l.application, l.item
	load(&l.loader, l.Context, func(ctx context.Context) (desk.ShortText, error) {
		return l.Desk.ShortText(ctx, application, item, way)
	}, l.showWay)
}

func (l *Letter) showWay(s desk.ShortText, err error) {
	if err != nil {
		l.Fail(err)
		l.judged(l.draft)
		return
	}
	l.way, l.short = s.Channel, s
	l.head()
	l.filling = true
	l.body.SetText(s.Text)
	l.filling = false
	l.judged(l.draft)
}

// head shows to whom and about what a mail goes, which no other way needs.
func (l *Letter) head() {
	for _, o := range l.mailHead {
		if l.way == "" {
			o.Show()
		} else {
			o.Hide()
		}
	}
	l.copy.SetPrimary(l.way != "")
	if l.way == "" {
		l.open.Show()
	} else {
		l.open.Hide()
	}
}

// typedShort keeps the words of another way.
func (l *Letter) typedShort() {
	l.short.Text, l.short.Mine = l.body.Text(), true
	short, application, item := l.short, l.application, l.item
	l.keep.changed(func() error { return l.Desk.SaveShortText(l.Context, application, item, short) })
	l.countShort(nil)
	l.checkSoon()
}

// judgedShort shows how long the words are, and what the tone rules say of them.
func (l *Letter) judgedShort() {
	found := letter.CheckSentenceIn(l.short.Language, l.draft.Stage, l.short.Text)
	l.remarks = l.remarks[:0]
	for _, f := range found {
		if !l.mine.Keeps(f) {
			l.remarks = append(l.remarks, f)
		}
	}
	l.mark()
	l.countShort(nil)
}

// countShort says how many characters there are and how many fit.
func (l *Letter) countShort(failed error) {
	n := utf8.RuneCountInString(l.short.Text)
	ink := widgets.ColorMuted
	parts := []string{assets.N("{{.N}} character", "{{.N}} characters", n)}
	if limit := l.short.Limit; limit > 0 {
		parts[0] = assets.L("{{.N}} of {{.Limit}} characters", assets.Args{"N": strconv.Itoa(n), "Limit": strconv.Itoa(limit)})
		if n > limit {
			ink = theme.ColorNameWarning
			parts = append(parts, assets.N("one too many", "{{.N}} too many", n-limit))
		}
	}
	l.sayCount(ink, parts, l.short.Mine, failed)
}

// shortPanel stands beside the words of another way.
func (l *Letter) shortPanel() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, wayName(l.way))}
	n := utf8.RuneCountInString(l.short.Text)
	state := widgets.NoteGood
	switch l.way {
	case letter.LinkedIn:
		if n > letter.FreeLimit {
			state = widgets.NoteHint
		}
		objects = append(objects, l.Kit.Note("letter.limit", state, assets.L("LinkedIn takes {{.Limit}} characters with an invitation, and {{.Free}} from an account that does not pay.",
			assets.Args{"Limit": strconv.Itoa(letter.LinkedIn.Limit()), "Free": strconv.Itoa(letter.FreeLimit)})))
	case letter.Card:
		if n > letter.Card.Limit() {
			state = widgets.NoteHint
		}
		objects = append(objects, l.Kit.Note("letter.limit", state, assets.L("About {{.Limit}} characters fit on a card, written by hand.", assets.Args{"Limit": strconv.Itoa(letter.Card.Limit())})))
	case letter.Phone:
		objects = append(objects, l.Kit.Note("letter.limit", widgets.NotePlain, assets.L("Something to have before you while you call. There is no need to say all of it.")))
	}
	return append(objects, l.findings()...)
}

// found is what the checks found in the words that show.
func (l *Letter) found() []data.Finding {
	if l.way != "" {
		return l.remarks
	}
	return l.draft.Findings
}

// shown is the text that shows.
func (l *Letter) shown() string {
	if l.way != "" {
		return l.short.Text
	}
	return l.mine.Body
}
