package screen

import (
	"context"
	"errors"
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
	draft       desk.Draft  // as checked last
	mine        data.Letter // as it stands in the fields
	loaded      bool        // mine is the letter of item
	filling     bool        // the fields are being set, not typed into
	asked       bool        // "did you send it?" shows
	all         bool        // every finding is unfolded
	marks       map[int]int // finding to mark

	way     letter.Channel // whose words show; "" for the mail
	short   desk.ShortText // of the way
	remarks []data.Finding // what was found in it

	loader, checks          loader
	keep                    typing
	pause                   *time.Timer // until the next check; nil before the first
	fields, news, side, bar *widgets.Column
	title, sub, count       *widgets.Text
	to, subject             *widgets.Entry
	body                    *widgets.Marked
	tone, by                *widgets.Choice
	open, copy, more, retry *widgets.Button
	writing                 *widgets.Writing
	page                    fyne.CanvasObject
	ways                    *widgets.Column
	mailHead                []fyne.CanvasObject // to whom, about what
}

// Content implements Page.
func (l *Letter) Content() fyne.CanvasObject {
	k := l.Kit
	l.keep.on(l.Host)
	l.keep.stored = func(err error) { fyne.Do(func() { l.kept(err) }) }
	l.title = k.Text("letter.title", widgets.RoleListTitle, "")
	l.sub = widgets.NewText(widgets.RoleSecondary, "")
	l.to = k.Entry("letter.to", assets.L("To")).Addresses().OnChanged(func(string) { l.typed() }).OnFocusLost(l.keep.soon)
	l.subject = k.Entry("letter.subject", assets.L("Subject")).OnChanged(func(string) { l.typed() }).OnFocusLost(l.keep.soon)
	l.body = k.Marked("letter.body", assets.L("Message"), 8).OnChanged(func(string) { l.typed() }).OnFocusLost(l.keep.soon)
	l.news, l.side, l.bar = widgets.NewColumn(10), widgets.NewColumn(12), widgets.NewColumn(8)
	head := widgets.NewColumn(4, l.title, l.sub)
	back := k.Button("letter.back", assets.L("Back"), l.goBack).Quiet().Icon(widgets.IconBack)
	l.tone = l.tones()
	l.ways = widgets.NewColumn(0)
	l.mailHead = []fyne.CanvasObject{labelled(assets.L("To"), l.to), labelled(assets.L("Subject"), l.subject)}
	top := widgets.NewAcross(8, head, back).Grow(head)
	l.fields = widgets.NewColumn(10, append([]fyne.CanvasObject{top, l.news, l.ways}, l.mailHead...)...)
	l.writing = widgets.NewWriting(l.fields, l.body, l.side, l.foot())
	l.page = widgets.NewPage(l.writing)
	return l.page
}

// labelled puts the name of a field at its left.
func labelled(name string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewAcross(4, widgets.NewFixed(62, widgets.NewText(widgets.RoleSecondary, name).OneLine()), field).Grow(field)
}

// foot is the row of what can be done with a letter, under what is asked of it.
func (l *Letter) foot() fyne.CanvasObject {
	k := l.Kit
	l.count = k.Text("letter.count", widgets.RoleSecondary, "")
	l.retry = k.Button("letter.retry", assets.L("Try again"), l.left)
	l.retry.Hide()
	l.more = k.IconButton("letter.more", widgets.IconMore, assets.L("More"), func() { l.menu() })
	l.copy = k.Button("letter.copy", assets.L("Copy"), l.copyText)
	l.open = k.Button("letter.open", assets.L("Open in mail app"), l.openMail).Primary()
	return widgets.NewColumn(8, l.bar, widgets.NewSplit(8, l.count, widgets.NewAcross(8, l.retry, l.more, l.copy, l.open)))
}

// Show opens the draft of an item.
func (l *Letter) Show(application data.ID, item data.ItemKey) {
	another := application != l.application || item != l.item
	if err := l.keep.flush(); err != nil && another {
		return // the words that could not be stored stay in the fields; kept says why
	}
	if another {
		l.clear()
		l.writing.ScrollToTop()
	}
	l.application, l.item, l.asked = application, item, false
	l.Refresh()
}

// clear empties the page, so that nothing of another letter shows in this one.
func (l *Letter) clear() {
	l.loaded, l.all, l.mine, l.draft = false, false, data.Letter{}, desk.Draft{}
	l.way, l.short = "", desk.ShortText{}
	l.head()
	l.ways.Set()
	l.fill(data.Letter{})
	l.title.SetText("")
	l.sub.SetText("")
	l.count.SetText("")
	l.side.Set()
	l.news.Set()
	l.bar.Set()
}

// fill sets the fields.
func (l *Letter) fill(d data.Letter) {
	l.filling = true
	l.to.SetText(d.To)
	l.subject.SetText(d.Subject)
	if l.way == "" {
		l.body.SetText(d.Body)
	}
	l.filling = false
}

// Refresh implements Page. The user's words in the fields are never replaced by
// a refresh.
func (l *Letter) Refresh() {
	application, item := l.application, l.item
	load(&l.loader, l.Context, func(ctx context.Context) (desk.Draft, error) {
		return l.Desk.Draft(ctx, application, item, "")
	}, l.show)
}

func (l *Letter) show(d desk.Draft, err error) {
	missing := new(letter.Missing)
	switch {
	case errors.As(err, &missing) && !l.loaded:
		l.supply(missing)
		return
	case err != nil && l.loaded && l.mine.Edited:
		l.gone()
		return
	case err != nil:
		l.Fail(err)
		l.goBack()
		return
	}
	if l.loaded && l.mine.Edited {
		l.judged(d.Check(l.mine))
		return
	}
	same := l.loaded && l.mine.To == d.Letter.To && l.mine.Subject == d.Letter.Subject && l.mine.Body == d.Letter.Body
	l.mine, l.loaded = d.Letter, true
	if !same {
		l.fill(d.Letter)
	}
	l.asked = l.asked || !d.Letter.Opened.IsZero() && d.Item.Pending()
	l.judged(d)
	l.ask()
}

// goBack leaves the letter for its application.
func (l *Letter) goBack() { l.Go(Place{Page: PageInterviews, Application: l.application}) }

// Leave implements Page. What was typed is on disk when it returns.
func (l *Letter) Leave() { l.left() }

// Enter implements Page.
func (l *Letter) Enter() fyne.Focusable { return l.body.Focusable() }

// Key implements Page.
func (l *Letter) Key(p widgets.KeyPress) bool {
	control := p.Mods&fyne.KeyModifierControl != 0
	switch {
	case (p.Name == fyne.KeyReturn || p.Name == fyne.KeyEnter) && control:
		l.openMail()
	case p.Name == fyne.KeyEscape:
		l.goBack()
	case p.Name == fyne.KeyM && control:
		l.sent(time.Time{})
	default:
		return false
	}
	return true
}
