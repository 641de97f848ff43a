package screen

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// channels are the ways in which something can be sent, as events name them.
func channels() []string { return []string{"email", "phone", "linkedin", "card", "other"} }

// ask shows the quiet question after a letter was opened or copied.
func (l *Letter) ask() {
	if !l.asked {
		l.setBar()
		return
	}
	k := l.Kit
	now := k.Button("letter.sent_now", assets.L("Yes, just now"), func() { l.sent(time.Time{}) }).Primary()
	earlier := k.Button("letter.sent_earlier", assets.L("Yes, earlier…"), l.sentEarlier)
	not := k.Button("letter.sent_not", assets.L("Not yet"), func() {
		l.asked = false
		l.ask()
	}).Quiet()
	l.by = k.Choice("letter.sent_by", assets.L("How"), []widgets.Option{
		{ID: "letter.sent_by.email", Label: assets.L("By email")},
		{ID: "letter.sent_by.phone", Label: assets.L("By phone")},
		{ID: "letter.sent_by.linkedin", Label: assets.L("LinkedIn")},
		{ID: "letter.sent_by.card", Label: assets.L("A card")},
		{ID: "letter.sent_by.other", Label: assets.L("Another way")},
	}, nil)
	l.by.Choose(max(0, slices.Index(channels(), string(l.way))))
	question := widgets.NewText(widgets.RoleBody, assets.L("Did you send it?"))
	l.setBar(widgets.NewCard(8, widgets.NewSplit(12, question, widgets.NewAcross(6, not, earlier, now)), l.by))
}

// setBar shows what is asked above the buttons, or nothing.
func (l *Letter) setBar(objects ...fyne.CanvasObject) {
	l.refill(func() {
		l.bar.Set(objects...)
		l.page.Refresh()
	}, l.open)
}

// channel is the way the user chose.
func (l *Letter) channel() string {
	if l.by == nil || !l.asked {
		return cmp.Or(string(l.way), channels()[0])
	}
	return channels()[max(0, l.by.Chosen())]
}

// sent files that the letter was sent, now for the zero time, and leaves it.
func (l *Letter) sent(at time.Time) {
	if !l.loaded {
		return
	}
	l.left()
	l.fileSent(l.application, l.item, at, l.channel(), func() {
		l.asked = false
		l.goBack()
	})
}

// sentEarlier asks when it was; without a time of day, noon stands for the day.
func (l *Letter) sentEarlier() {
	l.askWhen(assets.L("When did you send it?"), assets.L("yesterday 5pm, Friday"), func(r invite.Reader, text string) (string, func(), error) {
		r.Past = true
		w, err := r.When(text)
		at := l.instant(w)
		if err == nil && at.After(l.Desk.Now()) {
			return assets.L("{{.When}} is still to come. When was it sent?", assets.Args{"When": fullWhen(l.Desk.Speaker(data.Settings{}), w)}), nil, nil
		}
		return fullWhen(l.Desk.Speaker(data.Settings{}), w), func() { l.sent(at) }, err
	})
}
