package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Settings is the page of the mailbox, of who the user is, and of the plan's
// numbers.
type Settings struct {
	*Host
	Watching
	About About

	reading  loader
	column   *widgets.Column
	page     fyne.CanvasObject
	name     *widgets.Entry
	kept     string // the name as it was handed to keep last
	keep     typing
	mailbox  *connecting
	letters  *letterSettings
	timing   *timing
	notices  *notices
	general  *general
	numbers  *numbers
	section  *widgets.Choice
	sections [][]fyne.CanvasObject // the cards of each
}

// settled is what the page shows of the store.
type settled struct {
	own   desk.Preferences
	boxes []data.Mailbox
	noted int // of how many mails something is noted
}

// Content implements Page.
func (s *Settings) Content() fyne.CanvasObject {
	k := s.Kit
	s.name = k.Entry("settings.letters.name", assets.L("Your name")).Labelled().Hint(assets.L("as it stands under your letters")).OnChanged(func(string) { s.nameTyped() }).OnFocusLost(s.saveName)
	s.keep.on(s.Host)
	s.keep.stored = s.nameStored
	s.mailbox = newConnecting(s.Host, s.Watching, func() fyne.CanvasObject { return s.page })
	s.mailbox.lost = func() { s.Focus(s.Enter()) }
	s.letters = newLetterSettings(s.Host, func() { s.page.Refresh() })
	s.timing, s.notices = newTiming(s.Host, func() { s.page.Refresh() }), newNotices(s.Host)
	s.general, s.numbers = newGeneral(s.Host), newNumbers(s.Host)
	letters := widgets.NewCard(10, widgets.NewText(widgets.RoleCardTitle, assets.L("Letters")), s.name)
	s.sections = [][]fyne.CanvasObject{
		{letters, s.mailbox.card},
		{s.letters.style, s.letters.own},
		{s.timing.card},
		{s.notices.card},
		{s.general.card, s.numbers.card},
		s.about(s.About),
	}
	s.section = k.Choice("settings.section", assets.L("Section"), []widgets.Option{
		{ID: "settings.mail", Label: assets.L("Name and mail")},
		{ID: "settings.letters", Label: assets.L("Letters")},
		{ID: "settings.timing", Label: assets.L("Timing")},
		{ID: "settings.notifications", Label: assets.L("Notifications")},
		{ID: "settings.general", Label: assets.L("General")},
		{ID: "settings.about", Label: assets.L("About")},
	}, s.turn)
	s.column = widgets.NewColumn(16).Max(widgets.PageWidth).Centred()
	s.turn(0)
	s.page = widgets.NewPage(widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, s.column)))
	return s.page
}

// Section returns which section shows.
func (s *Settings) Section() int { return s.section.Chosen() }

// Turn shows a section.
func (s *Settings) Turn(section int) { s.turn(section) }

// turn shows one section.
func (s *Settings) turn(section int) {
	s.section.Choose(section)
	title := s.Kit.Text("settings.title", widgets.RoleTitle, assets.L("Settings"))
	s.column.Set(append([]fyne.CanvasObject{title, s.section}, s.sections[section]...)...)
	if s.page != nil {
		s.page.Refresh()
	}
}

// nameTyped puts the name on disk while it is typed.
func (s *Settings) nameTyped() {
	if name := s.name.Text(); name != s.kept {
		s.kept = name
		s.keep.changed(func() error { return s.Desk.Set(s.Context, "me.name", name) })
	}
}

// nameStored tells when the name could not be stored.
func (s *Settings) nameStored(err error) {
	if err != nil {
		fyne.Do(func() { s.Fail(err) })
	}
}

// saveName puts the name on disk at once; nameStored says what went wrong.
func (s *Settings) saveName() { _ = s.keep.flush() }

// Refresh implements Page.
func (s *Settings) Refresh() {
	load(&s.reading, s.Context, s.read, s.show)
	s.timing.refresh()
}

func (s *Settings) read(ctx context.Context) (set settled, err error) {
	if set.own, err = s.Desk.Preferences(ctx); err != nil {
		return set, err
	}
	if set.boxes, err = s.Desk.Mailboxes(ctx); err != nil {
		return set, err
	}
	set.noted, err = s.Desk.Noted(ctx)
	return set, err
}

func (s *Settings) show(set settled, err error) {
	if err != nil {
		s.Fail(err)
		return
	}
	if s.Window().Canvas().Focused() != s.name.Focusable() && !s.keep.waits() {
		s.kept = set.own.Me.Name
		s.name.SetText(s.kept)
	}
	s.letters.show(set.own)
	s.notices.show(set.own)
	s.general.show(set.own)
	s.numbers.show(set.own)
	s.mailbox.showBoxes(set.boxes, set.noted)
}

// Leave implements Page.
func (s *Settings) Leave() {
	s.saveName()
	_ = s.letters.keep.flush() // what went wrong is said by it
}

// Open shows a section by its name; an unknown one leaves the page as it is.
func (s *Settings) Open(section string) {
	s.mailbox.wanted = section == "mailbox"
	switch section {
	case "mailbox":
		s.turn(0)
	case "letters":
		s.turn(1)
	}
}

// Enter implements Page.
func (s *Settings) Enter() fyne.Focusable {
	if s.section.Chosen() == 0 {
		if f := s.mailbox.entrance(); f != nil {
			return f
		}
	}
	return s.section
}

// Key implements Page.
func (s *Settings) Key(widgets.KeyPress) bool { return false }
