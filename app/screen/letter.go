package screen

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Letter is the page of one draft beside its checks.
type Letter struct {
	*Host

	application data.ID
	item        data.ItemKey
	draft       desk.Draft
	filling     bool // the fields are being set, not typed into
	asked       bool // "did you send it?" shows

	loader, checks    loader
	timer             *time.Timer
	column, side      *widgets.Column
	title, sub, count *widgets.Text
	to, subject, body *widgets.Entry
	open, copy        *widgets.Button
	foot              *widgets.Column
	page              fyne.CanvasObject
}

// typingPause is how long after the last key a draft goes to disk.
const typingPause = 200 * time.Millisecond

// Content implements Page.
func (l *Letter) Content() fyne.CanvasObject {
	k := l.Kit
	l.title = k.Text("letter.title", widgets.RoleListTitle, "")
	l.sub = widgets.NewText(widgets.RoleSecondary, "")
	l.to = k.Entry("letter.to", assets.L("To")).Labelled().OnChanged(func(string) { l.typed() }).OnFocusLost(l.save)
	l.subject = k.Entry("letter.subject", assets.L("Subject")).Labelled().OnChanged(func(string) { l.typed() }).OnFocusLost(l.save)
	l.body = k.TextArea("letter.body", assets.L("Message"), 14).OnChanged(func(string) { l.typed() }).OnFocusLost(l.save)
	l.count = k.Text("letter.count", widgets.RoleSecondary, "")
	l.copy = k.Button("letter.copy", assets.L("Copy"), l.copyText)
	l.open = k.Button("letter.open", assets.L("Open in mail app"), l.openMail).Primary()
	l.foot = widgets.NewColumn(8)
	l.side = widgets.NewColumn(14)
	back := k.Button("letter.back", assets.L("Back"), func() { l.Go(Place{Page: PageInterviews, Application: l.application}) }).Quiet().Icon(widgets.IconBack)
	left := widgets.NewColumn(10, l.to, l.subject, l.body, widgets.NewSplit(8, l.count, widgets.NewAcross(8, l.copy, l.open)), l.foot)
	body := widgets.NewSplit(24, left, widgets.NewFixed(250, l.side)).Top()
	l.column = widgets.NewColumn(14, widgets.NewAcross(8, widgets.NewColumn(4, l.title, l.sub), back), body)
	l.page = widgets.NewPage(widgets.NewScroll(widgets.NewPad(24, 20, 28, 28, l.column)))
	return l.page
}

// Show opens the draft of an item.
func (l *Letter) Show(application data.ID, item data.ItemKey) {
	l.save()
	l.application, l.item, l.asked = application, item, false
	l.Refresh()
}

// Refresh implements Page. The user's words in the fields are never replaced by
// a refresh; only the checks are made again.
func (l *Letter) Refresh() {
	if l.draft.Letter.Item == l.item && l.draft.Letter.Application == l.application && l.draft.Letter.Edited {
		l.check()
		return
	}
	load(&l.loader, l.Context, func(ctx context.Context) (desk.Draft, error) {
		return l.Desk.Draft(ctx, l.application, l.item, "")
	}, l.show)
}

func (l *Letter) show(d desk.Draft, err error) {
	if err != nil {
		l.Fail(err)
		l.Go(Place{Page: PageInterviews, Application: l.application})
		return
	}
	l.draft = d
	l.filling = true
	l.to.SetText(d.Letter.To)
	l.subject.SetText(d.Letter.Subject)
	l.body.SetText(d.Letter.Body)
	l.filling = false
	l.judged(d, nil)
	l.ask()
}

// judged shows what the checks say.
func (l *Letter) judged(d desk.Draft, err error) {
	if err != nil {
		l.Fail(err)
		return
	}
	l.draft.Title, l.draft.Subtitle, l.draft.Findings, l.draft.Ticks, l.draft.Words = d.Title, d.Subtitle, d.Findings, d.Ticks, d.Words
	l.title.SetText(d.Title)
	l.sub.SetText(d.Subtitle)
	l.count.SetText(assets.L("{{.Words}} · saved", assets.Args{"Words": assets.N("{{.N}} word", "{{.N}} words", d.Words)}))
	l.open.SetLabel(assets.L("Open in mail app"))
	for _, f := range d.Findings {
		if f.Level == "block" {
			l.open.SetLabel(assets.L("Open anyway"))
		}
	}
	l.side.Set(l.panel(d)...)
	l.column.Refresh()
}

// typed keeps what the user types: on disk within moments, checked again.
func (l *Letter) typed() {
	if l.filling || l.draft.Letter.Item == "" {
		return
	}
	l.draft.Letter.To, l.draft.Letter.Subject, l.draft.Letter.Body = l.to.Text(), l.subject.Text(), l.body.Text()
	l.draft.Letter.Edited = true
	l.count.SetText(assets.N("{{.N}} word", "{{.N}} words", letter.Words(l.draft.Letter.Body)))
	if l.timer != nil {
		l.timer.Stop()
	}
	l.timer = time.AfterFunc(typingPause, func() { fyne.Do(l.save) })
}

// save puts the draft on disk, at once.
func (l *Letter) save() {
	if l.timer == nil || !l.draft.Letter.Edited {
		return
	}
	l.timer.Stop()
	l.timer = nil
	kept := l.draft.Letter
	if err := l.Desk.SaveDraft(l.Context, kept); err != nil {
		l.Fail(err)
		return
	}
	l.check()
}

func (l *Letter) check() {
	kept := l.draft.Letter
	load(&l.checks, l.Context, func(ctx context.Context) (desk.Draft, error) { return l.Desk.CheckDraft(ctx, kept) }, l.judged)
}

// openMail hands the letter to the mail program.
func (l *Letter) openMail() {
	l.save()
	l.sure(l.handOver)
}

func (l *Letter) handOver() {
	d := l.draft.Letter
	if err := l.Open(letter.Mailto(d.To, d.Subject, d.Body)); err != nil {
		l.Fail(err)
		return
	}
	l.opened()
}

func (l *Letter) copyText() {
	l.save()
	l.sure(l.putOnClipboard)
}

func (l *Letter) putOnClipboard() {
	if err := l.Copy(l.draft.Letter.Body); err != nil {
		l.Fail(err)
		return
	}
	l.opened()
}

func (l *Letter) opened() {
	kept, err := l.Desk.Opened(l.Context, l.draft.Letter, l.Desk.Now())
	if err != nil {
		l.Fail(err)
		return
	}
	l.draft.Letter, l.asked = kept, true
	l.ask()
}

// ask shows the quiet question after a letter was opened or copied.
func (l *Letter) ask() {
	if !l.asked {
		l.foot.Set()
		return
	}
	now := l.Kit.Button("letter.sent_now", assets.L("Yes, just now"), func() { l.sent(time.Time{}) }).Primary()
	earlier := l.Kit.Button("letter.sent_earlier", assets.L("Yes, earlier…"), l.sentEarlier)
	not := l.Kit.Button("letter.sent_not", assets.L("Not yet"), func() {
		l.asked = false
		l.ask()
	})
	l.foot.Set(widgets.NewCard(8, widgets.NewText(widgets.RoleBody, assets.L("Did you send it?")), widgets.NewAcross(8, now, earlier, not)))
	l.column.Refresh()
}

func (l *Letter) sent(at time.Time) {
	var event data.ID
	l.Do(func(ctx context.Context) (err error) {
		event, err = l.Desk.MarkSent(ctx, l.application, l.item, at, "email")
		return err
	}, func() {
		l.Go(Place{Page: PageInterviews, Application: l.application})
		l.Toast(assets.L("Marked as sent."), event)
	})
}

func (l *Letter) sentEarlier() {
	l.askDay(l.application, l.item, func(_ data.ID, _ data.ItemKey, d data.Day) {
		at := d.At(12*60, l.Desk.Zone())
		if at.After(l.Desk.Now()) {
			at = l.Desk.Now()
		}
		l.sent(at)
	})
}

// Leave implements Page.
func (l *Letter) Leave() { l.save() }

// Enter implements Page.
func (l *Letter) Enter() fyne.Focusable { return l.body.Focusable() }

// Key implements Page.
func (l *Letter) Key(p widgets.KeyPress) bool {
	switch {
	case (p.Name == fyne.KeyReturn || p.Name == fyne.KeyEnter) && p.Mods&fyne.KeyModifierControl != 0:
		l.openMail()
	case p.Name == fyne.KeyEscape:
		l.Go(Place{Page: PageInterviews, Application: l.application})
	case p.Name == fyne.KeyM && p.Mods&fyne.KeyModifierControl != 0:
		l.sent(time.Time{})
	default:
		return false
	}
	return true
}
