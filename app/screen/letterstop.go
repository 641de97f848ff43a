package screen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// tidings is what stands above a letter: that it is not wanted any more, or a
// question about a mail that may be the answer.
func (l *Letter) tidings() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if l.stopped() {
		line := assets.L("Your text is kept. Nothing needs to be sent now.")
		objects = append(objects, l.Kit.Banner("letter.held", widgets.StageReplied, l.whyStopped(), line))
	}
	if q := l.draft.Question; q != nil {
		ask := &Mail{Host: l.Host, open: []desk.Review{*q}, first: make(map[int]fyne.Focusable)}
		line := assets.L("Before you write: this mail may be their answer.")
		if q.Message.Class == data.ClassOwn {
			line = assets.L("Before you write: you sent this mail, and it may have been this note.")
		}
		objects = append(objects, widgets.NewText(widgets.RoleSecondary, line), ask.card(0, *q))
	}
	if l.draft.More {
		take := l.Kit.Button("letter.update", assets.L("Put it in"), l.update)
		objects = append(objects, widgets.NewCard(0, widgets.NewSplit(12, l.Kit.Text("letter.news", widgets.RoleBody, assets.L("Your notes say more than when you began this letter.")), take)))
	}
	if b := l.draft.Broken; b != nil {
		fix := l.Kit.Button("letter.broken.fix", assets.L("Fix it"), func() { l.Go(Place{Page: PageSettings, Section: "letters"}) })
		say := assets.L("Your own template for this letter has a mistake in line {{.Line}} and was not used: {{.Say}}", assets.Args{"Line": strconv.Itoa(b.Problems[0].Line), "Say": b.Problems[0].Say})
		objects = append(objects, widgets.NewCard(0, widgets.NewSplit(12, l.Kit.Note("letter.broken", widgets.NoteHint, say), fix)))
	}
	return objects
}

func (l *Letter) whyStopped() string {
	switch l.draft.Item.Reason {
	case data.ReasonReply, data.ReasonNextRound:
		return assets.L("They wrote back.")
	case data.ReasonOffer:
		return assets.L("They made an offer.")
	case data.ReasonWithdrawn:
		return assets.L("You withdrew.")
	}
	return assets.L("The plan no longer needs this letter.")
}

// gone tells that the plan has no such letter any more; the words stay.
func (l *Letter) gone() {
	l.draft.Item.State = data.StateCancelled
	l.judged(l.draft)
}

// sure lets a letter go, unless the employer wrote back since it was begun or a
// mail may be their answer: then it asks first, and keeps the text
// (schedule.md 16.6, 16.8).
func (l *Letter) sure(act func()) {
	l.left()
	now, err := l.Desk.Draft(l.Context, l.application, l.item, "")
	if err == nil && !stoppedItem(now.Item) && now.Question == nil {
		act()
		return
	}
	say := assets.L("They wrote back since you began this letter, or the plan no longer needs it. Your text is kept.")
	if err == nil && now.Question != nil {
		say = assets.L("A mail may be their answer, and nobody has said yet whether it is. Your text is kept.")
	}
	anyway := l.Kit.Button("letter.anyway", assets.L("Send it all the same"), func() {
		l.ask()
		act()
	})
	wait := l.Kit.Button("letter.wait", assets.L("Not now"), l.ask).Primary()
	l.setBar(widgets.NewCard(8, widgets.NewSplit(12, l.Kit.Text("letter.stopped", widgets.RoleBody, say), widgets.NewAcross(8, anyway, wait))))
	l.Focus(wait)
}

func stoppedItem(it data.Item) bool {
	return it.State == data.StateStopped || it.State == data.StateCancelled
}
